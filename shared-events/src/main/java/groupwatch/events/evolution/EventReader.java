package groupwatch.events.evolution;

import groupwatch.events.observed.Observation;
import java.util.List;

/** Reads the events of one name. */
@FunctionalInterface
interface EventReader {

    List<Observation> read(Envelope envelope);
}

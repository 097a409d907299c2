package groupwatch.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A story that a simulator plays: what had happened before it began, and what goes on happening. */
public interface Scenario {

    List<Room> rooms();

    /** What happened before the given moment, oldest first. The same moment gives the same history. */
    List<Happening> history(Instant until);

    /** What happens from then on, without end, in order of time, made as it is read. */
    Stream<Happening> live(Instant from);
}

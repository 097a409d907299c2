package groupwatch.media.inspect;

import java.nio.file.Path;
import reactor.core.publisher.Mono;

/**
 * Looks into a file. Never fails for what is in the file, however broken or hostile it is: what could not be measured is absent, and
 * {@link Inspection#trouble()} says why. An error means that this machine is in trouble (no such file, no room): another try makes sense.
 */
public interface Inspect {

    /**
     * Waits for its turn: few files are looked into at once. Takes about half a minute for the worst file.
     *
     * @param file a local copy that nobody changes meanwhile; it is not changed, moved or deleted
     */
    Mono<Inspection> of(Path file, Claimed claimed);
}

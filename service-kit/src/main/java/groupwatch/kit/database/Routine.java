package groupwatch.kit.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** How work on the database runs that the schedule starts: once the schema is there, and a failure waits for the next time. */
public class Routine {

    private static final Logger log = LoggerFactory.getLogger(Routine.class);

    private final Migration migration;

    Routine(Migration migration) {
        this.migration = migration;
    }

    /**
     * Never fails.
     *
     * @param what in words, as in "could not create partitions"
     */
    public Mono<Void> run(String what, Mono<?> work) {
        return migration
                .done()
                .then(work)
                .doOnError(error -> log.warn("Could not {}; tried again on schedule", what, error))
                .onErrorComplete()
                .then();
    }
}

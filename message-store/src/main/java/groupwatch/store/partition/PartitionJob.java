package groupwatch.store.partition;

import groupwatch.store.database.Migration;
import java.time.Clock;
import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the months ahead ready, so that the first message of a month does not wait for its table. */
@Component
public class PartitionJob {

    private static final Logger log = LoggerFactory.getLogger(PartitionJob.class);
    private static final int MONTHS_AHEAD = 3;

    private final Migration migration;
    private final Partitions partitions;
    private final Clock clock;

    PartitionJob(Migration migration, Partitions partitions, Clock clock) {
        this.migration = migration;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Runs when the service has started and every six hours; running it more often does no harm. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT6H")
    Mono<Void> runOnSchedule() {
        return migration
                .done()
                .then(Mono.defer(this::createAhead))
                .doOnError(error -> log.warn("Could not create partitions ahead; next try in six hours", error))
                .onErrorComplete();
    }

    /** This month and the next three. Errors are those of the database. */
    public Mono<Void> createAhead() {
        YearMonth now = YearMonth.now(clock);
        return partitions.ensure(
                IntStream.rangeClosed(0, MONTHS_AHEAD).mapToObj(now::plusMonths).collect(Collectors.toSet()));
    }
}

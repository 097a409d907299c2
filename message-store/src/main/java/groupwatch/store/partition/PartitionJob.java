package groupwatch.store.partition;

import groupwatch.kit.database.Routine;
import java.time.Clock;
import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the months ahead ready, so that the first message of a month does not wait for its table. */
@Component
public class PartitionJob {

    private static final int MONTHS_AHEAD = 3;

    private final Routine routine;
    private final Partitions partitions;
    private final Clock clock;

    PartitionJob(Routine routine, Partitions partitions, Clock clock) {
        this.routine = routine;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Runs when the service has started and every six hours; running it more often does no harm. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT6H")
    Mono<Void> runOnSchedule() {
        return routine.run("create the months ahead", Mono.defer(this::createAhead));
    }

    /** This month and the next three. Errors are those of the database. */
    public Mono<MonthsAhead> createAhead() {
        YearMonth now = YearMonth.now(clock);
        SortedSet<YearMonth> wanted = IntStream.rangeClosed(0, MONTHS_AHEAD)
                .mapToObj(now::plusMonths)
                .collect(Collectors.toCollection(TreeSet::new));
        // another replica may have dropped a month that this one remembers
        partitions.forget();
        return partitions
                .months()
                .collect(Collectors.toSet())
                .flatMap(before -> partitions.ensure(wanted).thenReturn(MonthsAhead.of(wanted, before)));
    }
}

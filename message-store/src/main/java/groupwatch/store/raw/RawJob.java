package groupwatch.store.raw;

import groupwatch.kit.database.Routine;
import groupwatch.store.partition.Partitions;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes room for tomorrow's raw events and drops those past their retention. */
@Component
public class RawJob {

    private final Routine routine;
    private final Partitions partitions;
    private final RawDays days;

    RawJob(Routine routine, Partitions partitions, RawDays days) {
        this.routine = routine;
        this.partitions = partitions;
        this.days = days;
    }

    @Scheduled(initialDelayString = "PT7S", fixedDelayString = "PT1H")
    Mono<Void> runOnSchedule() {
        return routine.run("tidy raw events", Mono.defer(this::run));
    }

    /** How many days were dropped. Errors are those of the database. */
    public Mono<Integer> run() {
        return partitions
                .ensureRawDays(Set.of(days.today(), days.today().plusDays(1)))
                .then(partitions.dropRawDaysBefore(days.oldest()));
    }
}

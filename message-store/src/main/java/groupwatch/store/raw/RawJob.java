package groupwatch.store.raw;

import groupwatch.store.database.Migration;
import groupwatch.store.partition.Partitions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes room for tomorrow's raw events and drops those past their retention. */
@Component
public class RawJob {

    private static final Logger log = LoggerFactory.getLogger(RawJob.class);

    private final Migration migration;
    private final Partitions partitions;
    private final RawDays days;

    RawJob(Migration migration, Partitions partitions, RawDays days) {
        this.migration = migration;
        this.partitions = partitions;
        this.days = days;
    }

    @Scheduled(initialDelayString = "PT7S", fixedDelayString = "PT1H")
    Mono<Void> runOnSchedule() {
        return migration
                .done()
                .then(Mono.defer(this::run))
                .doOnError(error -> log.warn("Raw events could not be tidied; next try in an hour", error))
                .onErrorComplete()
                .then();
    }

    /** How many days were dropped. Errors are those of the database. */
    public Mono<Integer> run() {
        return partitions
                .ensureRawDays(Set.of(days.today(), days.today().plusDays(1)))
                .then(partitions.dropRawDaysBefore(days.oldest()));
    }
}

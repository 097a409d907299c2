package groupwatch.store.group;

import groupwatch.events.group.Group;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.store.group.MonitoredGroups.Switched;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Switches the monitoring of a group and announces it. The announcement follows the commit; when the broker is away, or
 * the process dies in between, the schedule makes up for it under the same event id.
 */
@Component
public class GroupSwitch {

    private static final Logger log = LoggerFactory.getLogger(GroupSwitch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MonitoredGroups groups;
    private final GroupLoader loader;
    private final RecordPublisher publisher;
    private final Migration migration;

    GroupSwitch(MonitoredGroups groups, GroupLoader loader, RecordPublisher publisher, Migration migration) {
        this.groups = groups;
        this.loader = loader;
        this.publisher = publisher;
        this.migration = migration;
    }

    /** The group as it is then; empty when there is no such group. Errors are those of the database. */
    public Mono<Group> monitored(String group, boolean monitored) {
        return groups.change(group, monitored)
                .filter(known -> known)
                .flatMap(known -> announceSoon().then(loader.load(group)));
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT30S")
    Mono<Void> runOnSchedule() {
        return migration.done().then(Mono.defer(this::announceSoon));
    }

    private Mono<Void> announceSoon() {
        return groups.unannounced()
                .concatMap(this::announce)
                .then()
                .timeout(PATIENCE)
                .doOnError(error -> log.warn("Switched groups are announced later: {}", error.toString()))
                // the row remembers what is still to be said
                .onErrorComplete();
    }

    private Mono<Void> announce(Switched switched) {
        return loader.load(switched.group())
                .map(group -> GroupAnnouncements.of(
                        group, Set.of("monitored"), "monitored " + switched.revision(), switched.at()))
                .flatMap(publisher::publish)
                .then(Mono.defer(() -> groups.announced(switched)));
    }
}

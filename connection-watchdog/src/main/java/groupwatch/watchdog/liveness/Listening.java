package groupwatch.watchdog.liveness;

import groupwatch.kit.kafka.ConsumerGroups;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the silence may be the suite's own: the broker away, or records that nobody has read yet. */
@Component
class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConsumerGroups groups;

    Listening(ConsumerGroups groups) {
        this.groups = groups;
    }

    /** Whether everything is counted that came before a time. */
    Mono<Boolean> isUpToDate(Instant until) {
        return groups.haveRead(LivenessConfiguration.GROUP, LivenessConfiguration.TOPICS, until)
                .timeout(PATIENCE)
                .doOnError(error -> log.warn("Whether links are silent is not known: {}", String.valueOf(error)))
                .onErrorReturn(false);
    }
}

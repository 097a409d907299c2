package groupwatch.simulator.webhook;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.time.Delays;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries until it is taken, refused for good, or the attempts are used up. Never an error. */
@Component
class DeliverWebhook {

    private static final Logger log = LoggerFactory.getLogger(DeliverWebhook.class);

    private final WebhookClient client;
    private final RetryPolicy policy;
    private final Delays delays;

    DeliverWebhook(WebhookClient client, SimulatorSettings settings, Delays delays) {
        this.client = client;
        this.delays = delays;
        this.policy = RetryPolicy.of(settings.webhooks());
    }

    Mono<Outcome> deliver(Letter letter, Tally tally) {
        return Mono.fromRunnable(tally::began).then(attempt(letter, tally, 1)).doOnNext(tally::ended);
    }

    private Mono<Outcome> attempt(Letter letter, Tally tally, int number) {
        return Mono.fromRunnable(tally::attempted)
                .then(Mono.defer(() -> client.send(letter)))
                .onErrorResume(noAnswer -> Mono.just(0))
                .flatMap(status -> {
                    if (status >= 200 && status < 300) {
                        return Mono.just(Outcome.DELIVERED);
                    }
                    if (policy.again(number, status)) {
                        return delays.of(policy.delay(
                                        number, ThreadLocalRandom.current().nextDouble()))
                                .then(attempt(letter, tally, number + 1));
                    }
                    log.warn("a webhook was given up after {} attempts, the last answer was {}", number, status);
                    return Mono.just(Outcome.ofLast(status, policy));
                });
    }
}

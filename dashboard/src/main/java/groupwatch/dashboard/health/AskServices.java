package groupwatch.dashboard.health;

import groupwatch.dashboard.DashboardSettings;
import groupwatch.dashboard.forward.ServiceClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks every service at once how it is. What they said is good for a second, so that nobody outside can make the edge ask faster. */
@Component
class AskServices {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final WebClient client;
    private final Mono<SuiteHealth> health;

    AskServices(ServiceClient client, DashboardSettings settings) {
        this.client = client.client();
        this.health = askAll(settings.services()).cache(GOOD_FOR);
    }

    Mono<SuiteHealth> health() {
        return health;
    }

    private Mono<SuiteHealth> askAll(Map<String, URI> services) {
        return Flux.fromIterable(services.entrySet())
                .flatMap(
                        service -> ask(service.getValue()).map(answer -> Map.entry(service.getKey(), answer)),
                        Math.max(1, services.size()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(SuiteHealth::of);
    }

    private Mono<ServiceHealth> ask(URI address) {
        return client.get()
                .uri(address.resolve("/health"))
                // a service that is down says so with 503 and the same body
                .exchangeToMono(answer -> answer.bodyToMono(JsonNode.class))
                .map(ServiceHealth::told)
                .defaultIfEmpty(ServiceHealth.silent("The answer was empty."))
                .timeout(LONGEST, Mono.just(ServiceHealth.silent("No answer within two seconds.")))
                .onErrorResume(error -> Mono.just(ServiceHealth.silent("No answer.")));
    }
}

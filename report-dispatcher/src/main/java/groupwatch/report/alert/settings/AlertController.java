package groupwatch.report.alert.settings;

import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Who is told of links: read, chosen, tried, and given back to the configuration. */
@RestController
@RequestMapping("/settings/alerts")
class AlertController {

    private final CurrentAlerts alerts;
    private final TestAlert test;

    AlertController(CurrentAlerts alerts, TestAlert test) {
        this.alerts = alerts;
        this.test = test;
    }

    @GetMapping
    Mono<ShownAlerts> read(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(Mono.defer(alerts::shown));
    }

    /** Replaces all of them. */
    @PostMapping
    Mono<ShownAlerts> choose(@RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(Mono.fromCallable(() -> WantedAlerts.read(body)))
                .flatMap(alerts::choose)
                .then(Mono.defer(alerts::shown));
    }

    /** What is configured counts again. */
    @DeleteMapping
    Mono<ShownAlerts> forget(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(Mono.defer(alerts::forget)).then(Mono.defer(alerts::shown));
    }

    @PostMapping("/test")
    Mono<TestAlert.Tried> test(@RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(Mono.fromCallable(() -> TestAlert.Wanted.read(body)))
                .flatMap(test::send);
    }
}

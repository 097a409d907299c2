package groupwatch.kit.sample;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import jakarta.validation.constraints.Max;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One address for each kind of mistake. */
@RestController
class SampleController {

    /** A body. */
    record Settings(boolean monitored) {}

    @GetMapping("/items")
    Mono<Integer> items(@RequestParam(defaultValue = "50") @Max(500) int limit) {
        return Mono.just(limit);
    }

    /** Answers a little later than it is asked. */
    @GetMapping("/later")
    Mono<String> later() {
        return Mono.delay(Duration.ofMillis(50)).thenReturn("later");
    }

    @GetMapping("/needed")
    Mono<String> needed(@RequestParam("chat") String jid) {
        return Mono.just(jid);
    }

    @PostMapping(path = "/settings", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Boolean> settings(@RequestBody Settings settings) {
        return Mono.just(settings.monitored());
    }

    @GetMapping("/things/{id}")
    Mono<String> thing(@PathVariable String id) {
        return Mono.error(ProblemException.notFound("There is no thing " + id + "."));
    }

    @GetMapping("/bug")
    Mono<String> bug() {
        return Mono.error(new IllegalStateException("the secret inside"));
    }

    @GetMapping("/raw/{id}")
    Mono<String> raw(@PathVariable String id) {
        return Mono.just(id);
    }

    @GetMapping("/me")
    Mono<Map<String, Object>> me() {
        return CurrentCaller.get().map(SampleController::described);
    }

    private static Map<String, Object> described(Caller caller) {
        return Map.of(
                "subject",
                caller.subject(),
                "scopes",
                new TreeSet<>(caller.scopes()),
                "all",
                caller.groups() == null,
                "mine",
                caller.mayRead("1@g.us"));
    }
}

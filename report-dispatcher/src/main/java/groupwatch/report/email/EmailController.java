package groupwatch.report.email;

import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.problem.ProblemException;
import groupwatch.report.mail.ResendQuota;
import groupwatch.report.mail.UnusableAccountException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Whom mails are handed to: read, chosen, tried, and given back to the configuration. Passwords go in and never out. */
@RestController
class EmailController {

    private final CurrentEmail email;
    private final TestMail test;
    private final ResendQuota quota;

    EmailController(CurrentEmail email, TestMail test, ResendQuota quota) {
        this.email = email;
        this.test = test;
        this.quota = quota;
    }

    @GetMapping("/settings/email")
    Mono<ShownEmail> read(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(Mono.defer(this::shown));
    }

    /** Replaces all of them. */
    @PostMapping("/settings/email")
    Mono<ShownEmail> choose(@RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(Mono.fromCallable(() -> WantedEmail.read(body)))
                .flatMap(email::choose)
                .onErrorMap(UnusableAccountException.class, EmailController::again)
                .then(Mono.defer(this::shown));
    }

    /** What is configured counts again. */
    @DeleteMapping("/settings/email")
    Mono<ShownEmail> forget(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(Mono.defer(email::forget)).then(Mono.defer(this::shown));
    }

    @PostMapping("/settings/email/test")
    Mono<TestMail.Tried> test(@RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Query(query, Set.of());
        return WholeSuite.caller()
                .then(Mono.fromCallable(() -> WantedTest.read(body)))
                .flatMap(test::send);
    }

    private Mono<ShownEmail> shown() {
        return email.shown().flatMap(shown -> shown.resend() ? quota.state().map(shown::with) : Mono.just(shown));
    }

    /** The password that is to be kept cannot be read. */
    private static ProblemException again(UnusableAccountException error) {
        return new ProblemException(HttpStatus.CONFLICT, "sealed-with-another-key", error.getMessage())
                .with("parameter", "pass");
    }
}

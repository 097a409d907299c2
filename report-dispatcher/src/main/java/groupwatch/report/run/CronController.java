package groupwatch.report.run;

import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is due, now instead of some seconds later. */
@RestController
class CronController {

    private final DueRuns due;

    CronController(DueRuns due) {
        this.due = due;
    }

    /** {@code POST /cron/send-reports}: what became a run; runs go on by themselves. */
    @PostMapping("/cron/send-reports")
    Mono<DueRuns.Found> run(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(due.run());
    }
}

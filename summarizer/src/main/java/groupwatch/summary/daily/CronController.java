package groupwatch.summary.daily;

import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The daily run on request: what is due now, and what changed since it was summarised. */
@RestController
class CronController {

    private final DailyRun run;

    CronController(DailyRun run) {
        this.run = run;
    }

    /** {@code POST /cron/daily-summaries}: how many days became jobs; they run on their own. */
    @PostMapping("/cron/daily-summaries")
    Mono<DailyRun.Found> run(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return WholeSuite.caller().then(run.run(true));
    }
}

package groupwatch.summary.daily;

import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.jobs.JobRow;
import groupwatch.kit.jobs.JobState;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The jobs that summarise days: listed, the newest first, and cancelled. */
@RestController
class JobController {

    private final Jobs jobs;
    private final SummaryJobs summaries;

    JobController(Jobs jobs, SummaryJobs summaries) {
        this.jobs = jobs;
        this.summaries = summaries;
    }

    @GetMapping("/summaries/jobs")
    Mono<Page<JobRow>> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("state", "limit", "cursor"));
        int limit = query.limit();
        List<JobState> states = states(query.text("state"));
        long before = before(query.text("cursor"));
        return WholeSuite.caller()
                .thenMany(jobs.list(summaries.kind(), states, before, limit + 1))
                .collectList()
                .map(rows -> Page.of(rows, limit, row -> String.valueOf(row.id())));
    }

    @PostMapping("/summaries/jobs/{key}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> cancel(@PathVariable String key, @RequestParam MultiValueMap<String, String> parameters) {
        new Query(parameters, Set.of());
        return WholeSuite.caller()
                .then(jobs.cancel(summaries.kind(), key))
                .flatMap(ended -> ended
                        ? Mono.empty()
                        : Mono.error(ProblemException.notFound("There is no job of that key that waits or runs.")));
    }

    private static @Nullable List<JobState> states(@Nullable String words) {
        if (words == null) {
            return null;
        }
        try {
            return Stream.of(words.toLowerCase(Locale.ROOT).split(","))
                    .map(JobState::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Query.bad("state", "must be among waiting, running, done, failed, expired, cancelled");
        }
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Query.bad("cursor", "must be the next of the page before");
        }
        return Long.parseLong(cursor);
    }
}

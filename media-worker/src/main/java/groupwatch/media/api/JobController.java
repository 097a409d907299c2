package groupwatch.media.api;

import groupwatch.kit.jobs.JobRow;
import groupwatch.kit.jobs.JobState;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.problem.ProblemException;
import groupwatch.media.fetch.FetchJobs;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The jobs that fetch files: listed, the newest first, and cancelled. */
@RestController
class JobController {

    private static final int MAX_LIMIT = 500;

    private final Jobs jobs;
    private final FetchJobs fetches;

    JobController(Jobs jobs, FetchJobs fetches) {
        this.jobs = jobs;
        this.fetches = fetches;
    }

    /** A page of jobs; {@code next} is the cursor of the following one. */
    record JobPage(List<JobRow> items, @Nullable String next) {}

    /** @param state comma separated; all states when absent */
    @GetMapping("/media/jobs")
    Mono<JobPage> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.badParameter("limit", "limit must be a number from 1 to " + MAX_LIMIT);
        }
        return jobs.list(fetches.kind(), states(state), before(cursor), limit + 1)
                .collectList()
                .map(rows -> rows.size() <= limit
                        ? new JobPage(rows, null)
                        : new JobPage(
                                rows.subList(0, limit),
                                String.valueOf(rows.get(limit - 1).id())));
    }

    @PostMapping("/media/jobs/{mediaId}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> cancel(@PathVariable UUID mediaId) {
        return jobs.cancel(fetches.kind(), mediaId.toString())
                .flatMap(ended -> ended
                        ? Mono.empty()
                        : Mono.error(ProblemException.notFound("There is no job of that file that waits or runs.")));
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
            throw ProblemException.badParameter(
                    "state", "state must be among waiting, running, done, failed, expired, cancelled");
        }
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.badParameter("cursor", "cursor must be the next of the page before");
        }
    }
}

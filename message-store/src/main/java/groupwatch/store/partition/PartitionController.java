package groupwatch.store.partition;

import groupwatch.store.api.Parameters;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Partitions over HTTP. */
@RestController
class PartitionController {

    private final PartitionJob job;

    PartitionController(PartitionJob job) {
        this.job = job;
    }

    /**
     * {@code POST /cron/create-partitions}, scope {@code suite:write}: makes this month and the next three ready now, which
     * also happens by itself, and answers which are and which of them were not before.
     */
    @PostMapping("/cron/create-partitions")
    Mono<MonthsAhead> create(@RequestParam MultiValueMap<String, String> query) {
        new Parameters(query, Set.of());
        return job.createAhead();
    }
}

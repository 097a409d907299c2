package groupwatch.media.retention;

import groupwatch.kit.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Upkeep on request: erasing one file, applying retention and sweeping now. */
@RestController
class UpkeepController {

    private final Erasure erasure;
    private final RetentionJob retention;
    private final Sweeper sweeper;

    UpkeepController(Erasure erasure, RetentionJob retention, Sweeper sweeper) {
        this.erasure = erasure;
        this.retention = retention;
        this.sweeper = sweeper;
    }

    @DeleteMapping("/media/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> erase(@PathVariable UUID id) {
        return erasure.erase(id)
                .flatMap(there ->
                        there ? Mono.empty() : Mono.error(ProblemException.notFound("There is no such file.")));
    }

    @PostMapping("/cron/media-retention")
    Mono<Map<String, Boolean>> applyRetention() {
        return retention.apply().thenReturn(Map.of("done", true));
    }

    @PostMapping("/cron/media-sweep")
    Mono<Map<String, Boolean>> sweep() {
        return sweeper.sweep().thenReturn(Map.of("done", true));
    }
}

package groupwatch.report.run;

import groupwatch.kit.api.IdempotencyKey;
import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.report.plan.Reports;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The runs of a report: listed with their mails, and made by hand. */
@RestController
class RunController {

    private final Reports reports;
    private final RunRows runs;
    private final DeliveryRows deliveries;
    private final SendNow sendNow;

    RunController(Reports reports, RunRows runs, DeliveryRows deliveries, SendNow sendNow) {
        this.reports = reports;
        this.runs = runs;
        this.deliveries = deliveries;
        this.sendNow = sendNow;
    }

    /**
     * A run as it is shown.
     *
     * @param from beginning of the time it tells of
     * @param to end of the time it tells of
     */
    record Shown(
            UUID id,
            Instant dueAt,
            boolean byHand,
            Instant from,
            Instant to,
            String zone,
            RunState state,
            @Nullable String reason,
            @Nullable Instant endedAt,
            List<ShownDelivery> deliveries) {

        static Shown of(Run run, List<ShownDelivery> deliveries) {
            return new Shown(
                    run.id(),
                    run.dueAt(),
                    run.byHand(),
                    run.period().from(),
                    run.period().until(),
                    run.period().zone().getId(),
                    run.state(),
                    run.reason(),
                    run.endedAt(),
                    deliveries);
        }
    }

    @GetMapping("/reports/{id}/runs")
    Mono<Page<Shown>> list(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("limit", "cursor"));
        int limit = query.limit();
        RunCursor before = RunCursor.of(query.text("cursor"));
        return reports.visible(id)
                .flatMap(planned ->
                        runs.list(planned.report().id(), before, limit + 1).collectList())
                .map(found -> Page.of(found, limit, RunCursor::after))
                .flatMap(this::shown);
    }

    private Mono<Page<Shown>> shown(Page<Run> page) {
        return deliveries
                .of(page.items().stream().map(Run::id).toList())
                .collectMultimap(ShownDelivery::run)
                .map(mails -> new Page<>(
                        page.items().stream()
                                .map(run -> Shown.of(run, List.copyOf(mails.getOrDefault(run.id(), List.of()))))
                                .toList(),
                        page.next()));
    }

    /** The run goes on by itself; its mails are in the list of runs. */
    @PostMapping("/reports/{id}/send")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Shown> send(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable List<String> keys) {
        new Query(query, Set.of());
        String key = IdempotencyKey.read(keys);
        return reports.visible(id)
                .flatMap(planned -> sendNow.send(planned, key))
                .map(run -> Shown.of(run, List.of()));
    }
}

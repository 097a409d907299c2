package groupwatch.report.plan.api;

import groupwatch.kit.api.IdempotencyKey;
import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.report.plan.LastRuns;
import groupwatch.report.plan.PlanSettings;
import groupwatch.report.plan.PlannedReport;
import groupwatch.report.plan.Reports;
import groupwatch.report.plan.Wanted;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reports: listed, made, read, changed as a whole, and removed. */
@RestController
class ReportController {

    private final Reports reports;
    private final PlanSettings settings;
    private final LastRuns lastRuns;

    ReportController(Reports reports, PlanSettings settings, LastRuns lastRuns) {
        this.reports = reports;
        this.settings = settings;
        this.lastRuns = lastRuns;
    }

    /** The oldest first. */
    @GetMapping("/reports")
    Mono<Page<ShownReport>> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("limit", "cursor"));
        int limit = query.limit();
        return reports.list(query.text("cursor"), limit + 1)
                .collectList()
                .map(found -> Page.of(found, limit, last -> Reports.cursor(last.report())))
                .flatMap(page -> shown(page.items()).map(items -> new Page<>(items, page.next())));
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ShownReport> add(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) List<String> keys,
            @RequestBody JsonNode body) {
        new Query(parameters, Set.of());
        Wanted wanted = WantedReport.read(body, settings);
        return shown(reports.add(wanted, IdempotencyKey.read(keys), IdempotencyKey.contentHash(body)));
    }

    @GetMapping("/reports/{id}")
    Mono<ShownReport> read(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        new Query(parameters, Set.of());
        return shown(reports.visible(id));
    }

    /** What is not named is as for a new one. */
    @PutMapping("/reports/{id}")
    Mono<ShownReport> change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestBody JsonNode body) {
        new Query(parameters, Set.of());
        return reports.visible(id)
                .map(planned -> WantedReport.read(body, settings))
                .flatMap(wanted -> shown(reports.change(id, wanted)));
    }

    @DeleteMapping("/reports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        new Query(parameters, Set.of());
        return reports.remove(id);
    }

    private Mono<ShownReport> shown(Mono<PlannedReport> report) {
        return report.flatMap(planned -> shown(List.of(planned)).map(List::getFirst));
    }

    private Mono<List<ShownReport>> shown(List<PlannedReport> found) {
        Function<PlannedReport, UUID> id = planned -> planned.report().id();
        return lastRuns.of(found.stream().map(id).toList())
                .map(last -> found.stream()
                        .map(planned -> ShownReport.of(planned, last.get(id.apply(planned))))
                        .toList());
    }
}

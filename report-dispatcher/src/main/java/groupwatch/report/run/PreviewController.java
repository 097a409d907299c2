package groupwatch.report.run;

import groupwatch.kit.api.Query;
import groupwatch.report.build.BuildReport;
import groupwatch.report.compose.ComposeMail;
import groupwatch.report.compose.Composed;
import groupwatch.report.mail.InlineImage;
import groupwatch.report.plan.Periods;
import groupwatch.report.plan.PlannedReport;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The mail as it would be now. Nothing is sent, nothing is told, and no summary is asked for. */
@RestController
class PreviewController {

    /** A mail runs nothing, loads nothing, and stands in a frame of its own. */
    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-popups; base-uri 'none'; form-action 'none'";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Reports reports;
    private final BuildReport build;
    private final ComposeMail compose;
    private final Clock clock;

    PreviewController(Reports reports, BuildReport build, ComposeMail compose, Clock clock) {
        this.reports = reports;
        this.build = build;
        this.compose = compose;
        this.clock = clock;
    }

    /** Images are in the HTML itself. */
    record Shown(String subject, String html, String text) {}

    @GetMapping(path = "/reports/{id}/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Shown> all(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return composed(id).map(mail -> new Shown(mail.subject(), withImages(mail), mail.text()));
    }

    @GetMapping(path = "/reports/{id}/preview", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> html(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return composed(id)
                .map(mail -> ResponseEntity.ok()
                        .contentType(HTML)
                        .header("Content-Security-Policy", POLICY)
                        .body(withImages(mail)));
    }

    @GetMapping(path = "/reports/{id}/preview", produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<ResponseEntity<String>> text(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return composed(id).map(mail -> ResponseEntity.ok().contentType(TEXT).body(mail.text()));
    }

    private Mono<Composed> composed(String id) {
        return reports.visible(id).flatMap(this::composed);
    }

    private Mono<Composed> composed(PlannedReport planned) {
        Report report = planned.report();
        return build.build(
                        report,
                        Periods.of(report.type(), clock.instant(), report.zone(), planned.previousUntil()),
                        false)
                .flatMap(content -> compose.compose(report, content, null));
    }

    private static String withImages(Composed mail) {
        String html = mail.html();
        for (InlineImage image : mail.images()) {
            html = html.replace(
                    "cid:" + image.id(),
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(image.png()));
        }
        return html;
    }
}

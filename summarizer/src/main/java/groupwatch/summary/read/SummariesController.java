package groupwatch.summary.read;

import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.summary.api.Chats;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.SummaryFilter;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Summaries that are there: listed, one of them as JSON, Markdown or HTML, and its versions. */
@RestController
class SummariesController {

    private static final int MOST_VERSIONS = 100;

    private final Chats chats;
    private final DayRows days;
    private final SummaryRows summaries;

    SummariesController(Chats chats, DayRows days, SummaryRows summaries) {
        this.chats = chats;
        this.days = days;
        this.summaries = summaries;
    }

    /** {@code GET /summaries?group=&from=&to=&limit=&cursor=}: the newest version of each, the newest days first. */
    @GetMapping("/summaries")
    Mono<Page<ShownSummary>> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("group", "from", "to", "limit", "cursor"));
        int limit = query.limit();
        String group = query.text("group");
        if (group != null) {
            Chats.check("group", group);
        }
        SummaryFilter wanted = new SummaryFilter(null, query.day("from"), query.day("to"), null, "");
        SummaryFilter after = after(wanted, query.text("cursor"));
        return CurrentCaller.get()
                .flatMapMany(caller -> summaries.list(seenBy(caller, group, after), limit + 1))
                .map(listed -> ShownSummary.of(listed.version(), listed.stale()))
                .collectList()
                .map(found -> Page.of(found, limit, SummariesController::cursor));
    }

    /** What the caller may see of what is asked for. */
    private static SummaryFilter seenBy(Caller caller, @Nullable String group, SummaryFilter filter) {
        Set<String> groups = group == null ? caller.groups() : caller.mayRead(group) ? Set.of(group) : Set.of();
        return new SummaryFilter(groups, filter.from(), filter.to(), filter.afterDay(), filter.afterGroup());
    }

    private static String cursor(ShownSummary last) {
        return last.summary().date() + "," + last.summary().group();
    }

    private static SummaryFilter after(SummaryFilter filter, @Nullable String cursor) {
        if (cursor == null) {
            return filter;
        }
        int comma = cursor.indexOf(',');
        if (comma < 0) {
            throw Query.bad("cursor", "must be the next of the page before");
        }
        return new SummaryFilter(
                null,
                filter.from(),
                filter.to(),
                Query.day("cursor", cursor.substring(0, comma)),
                Chats.check("cursor", cursor.substring(comma + 1)));
    }

    @GetMapping("/summaries/{jid}/{date}")
    Mono<ShownSummary> one(
            @PathVariable String jid,
            @PathVariable String date,
            @RequestParam MultiValueMap<String, String> parameters) {
        return found(jid, date, parameters);
    }

    @GetMapping(path = "/summaries/{jid}/{date}", produces = MediaType.TEXT_MARKDOWN_VALUE)
    Mono<String> markdown(
            @PathVariable String jid,
            @PathVariable String date,
            @RequestParam MultiValueMap<String, String> parameters) {
        return found(jid, date, parameters).map(shown -> Rendered.markdown(shown.summary()));
    }

    @GetMapping(path = "/summaries/{jid}/{date}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<String> html(
            @PathVariable String jid,
            @PathVariable String date,
            @RequestParam MultiValueMap<String, String> parameters) {
        return found(jid, date, parameters).map(shown -> Rendered.html(shown.summary()));
    }

    private Mono<ShownSummary> found(String jid, String date, MultiValueMap<String, String> parameters) {
        new Query(parameters, Set.of());
        LocalDate day = Query.day("date", date);
        return chats.visible(jid)
                .then(Mono.defer(() -> days.find(jid, day)))
                .filter(row -> !row.isPassedOver())
                .flatMap(row -> summaries.latest(jid, day).map(version -> shown(row, version)))
                .switchIfEmpty(Mono.error(SummariesController::none));
    }

    private static ShownSummary shown(Day day, SummaryVersion version) {
        return ShownSummary.of(version, day.changedAt() != null);
    }

    /** Its versions, the newest first. */
    @GetMapping("/summaries/{jid}/{date}/history")
    Mono<Page<ShownSummary>> history(
            @PathVariable String jid,
            @PathVariable String date,
            @RequestParam MultiValueMap<String, String> parameters) {
        new Query(parameters, Set.of());
        LocalDate day = Query.day("date", date);
        return chats.visible(jid)
                .thenMany(summaries.history(jid, day, MOST_VERSIONS))
                .map(version -> ShownSummary.of(version, false))
                .collectList()
                .filter(versions -> !versions.isEmpty())
                .map(versions -> new Page<>(versions, null))
                .switchIfEmpty(Mono.error(SummariesController::none));
    }

    private static ProblemException none() {
        return ProblemException.notFound(
                "There is no summary of that day. POST /summarize/{jid}?target_date= writes one.");
    }
}

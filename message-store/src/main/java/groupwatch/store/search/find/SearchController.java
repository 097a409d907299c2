package groupwatch.store.search.find;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.StoreMetrics;
import groupwatch.store.api.Parameters;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The search over HTTP. */
@RestController
class SearchController {

    private static final int LONGEST = 1000;

    private final Search search;
    private final Understanding understanding;
    private final StoreMetrics metrics;

    SearchController(Search search, Understanding understanding, StoreMetrics metrics) {
        this.search = search;
        this.understanding = understanding;
        this.metrics = metrics;
    }

    /**
     * {@code GET /search?q=&sort=newest|rank&limit=&cursor=&tz=&context=}, scope {@code messages:read}: messages of all chats
     * the caller may see. The language of {@code q} is {@link groupwatch.store.search.query.QueryParser}'s; days in it begin
     * in {@code tz} (UTC); {@code context} asks for up to 5 messages on either side of each hit. A page may hold fewer than
     * {@code limit} and still have a {@code next}.
     */
    @GetMapping("/search")
    Mono<SearchAnswer> search(@RequestParam MultiValueMap<String, String> query) {
        SearchRequest request = SearchRequest.of(query);
        return metrics.search(
                request.byRank() ? "rank" : "newest",
                CurrentCaller.get().flatMap(caller -> search.answer(request, caller)),
                SearchController::outcome);
    }

    private static String outcome(SearchAnswer answer) {
        boolean cutShort = answer.next() != null && !answer.searched().complete();
        return cutShort ? "partial" : answer.items().isEmpty() ? "nothing" : "found";
    }

    /**
     * {@code POST /search/explain} with {@code {"q": "…", "tz": "…"}}, scope {@code messages:read}: how the query is
     * understood, for this caller; nothing is searched.
     */
    @PostMapping(path = "/search/explain", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Explanation> explain(@RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Parameters(query, Set.of());
        if (!body.isObject()) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "bad-body", "The body must be a JSON object.");
        }
        body.propertyNames().stream()
                .filter(name -> !Set.of("q", "tz").contains(name))
                .findFirst()
                .ifPresent(SearchController::refuse);
        String text = text(body, "q");
        if (text == null) {
            throw Parameters.bad("q", "must be given");
        }
        ZoneId zone = SearchRequest.zone(text(body, "tz"));
        return CurrentCaller.get()
                .flatMap(caller -> understanding.of(text, zone, caller))
                .map(understood -> Explanation.of(text, understood));
    }

    private static void refuse(String name) {
        throw Parameters.bad(name.length() > 100 ? name.substring(0, 100) : name, "is not a field of this request");
    }

    private static @Nullable String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : "";
        if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Parameters.bad(name, "must be a text of 1 to " + LONGEST + " characters");
        }
        return text;
    }
}

package groupwatch.store.origin;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.chat.ChatFinder;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a chat's messages came, over HTTP. A chat the caller may not see is answered like one that does not exist. */
@RestController
class OriginController {

    private static final String ACCOUNT = "account";

    private final ChatFinder chats;
    private final OriginCounts counts;
    private final Clock clock;

    OriginController(ChatFinder chats, OriginCounts counts, Clock clock) {
        this.chats = chats;
        this.counts = counts;
        this.clock = clock;
    }

    /** One for each day and account that has any. */
    record Answer(List<Origins> items) {}

    /**
     * {@code GET /groups/{jid}/origins?from=&to=}, scope {@code messages:read}: how many messages each linked account saw on
     * each day, and how they came. {@code from} (inclusive) and {@code to} (exclusive) are days, UTC, at most 400; without them the last
     * 30 days up to and with today.
     */
    @GetMapping("/groups/{jid}/origins")
    Mono<Answer> ofGroup(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, Set.of("from", "to"));
        return origins(Jids.group(jid), null, OriginDays.of(parameters, clock), "There is no such group.");
    }

    /**
     * {@code GET /chats/{jid}/origins?account=&from=&to=}, scope {@code messages:read}: the same of any chat. {@code account} is
     * needed where several linked accounts have a direct chat with that person.
     */
    @GetMapping("/chats/{jid}/origins")
    Mono<Answer> ofChat(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, Set.of(ACCOUNT, "from", "to"));
        return origins(
                Jids.anyChat(jid),
                parameters.text(ACCOUNT),
                OriginDays.of(parameters, clock),
                "There is no such chat.");
    }

    private Mono<Answer> origins(String jid, @Nullable String account, OriginDays days, String unknown) {
        return CurrentCaller.get()
                .flatMap(caller -> chats.find(jid, account, caller))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound(unknown)))
                .flatMap(chat -> counts.count(chat, days))
                .map(Answer::new);
    }
}

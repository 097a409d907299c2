package groupwatch.store.stats;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.people.PeopleRepository;
import java.time.Clock;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Statistics over HTTP. A chat the caller may not see is answered like one that does not exist. */
@RestController
class StatsController {

    private final ChatStats stats;
    private final PeopleRepository people;
    private final Clock clock;

    StatsController(ChatStats stats, PeopleRepository people, Clock clock) {
        this.stats = stats;
        this.people = people;
        this.clock = clock;
    }

    /**
     * {@code GET /groups/{jid}/stats?from=&to=&tz=&top=}, scope {@code groups:read}: who wrote in a group, when and what.
     * {@code from} (inclusive) and {@code to} (exclusive) are days by the clock of {@code tz}; without them the last 30 days
     * up to and with today.
     */
    @GetMapping("/groups/{jid}/stats")
    Mono<Stats> group(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        StatsRequest request = StatsRequest.of(new Parameters(query, StatsRequest.PARAMETERS), clock);
        String group = Jids.group(jid);
        return CurrentCaller.get()
                .filter(caller -> caller.mayRead(group))
                .flatMap(caller -> stats.of(CountedChat.group(group), request))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such group.")));
    }

    /**
     * {@code GET /chats/{jid}/stats?account=&from=&to=&tz=&top=}, scope {@code groups:read}: the same of a direct chat of a
     * linked account, under any identity of the other side. Direct chats are not for callers limited to groups.
     */
    @GetMapping("/chats/{jid}/stats")
    Mono<Stats> chat(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, StatsRequest.PARAMETERS_OF_CHAT);
        StatsRequest request = StatsRequest.of(parameters, clock);
        String chat = StatsRequest.chat(jid);
        String account = StatsRequest.account(parameters);
        return CurrentCaller.get()
                .filter(caller -> caller.groups() == null)
                .flatMap(caller -> people.identitiesOf(chat))
                .flatMap(identities -> stats.of(new CountedChat(account, chat, identities), request))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such chat.")));
    }
}

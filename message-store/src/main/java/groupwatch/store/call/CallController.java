package groupwatch.store.call;

import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.query.Lanes;
import groupwatch.store.query.MessageFilter;
import groupwatch.store.query.MessagePage;
import groupwatch.store.query.MessagePages;
import groupwatch.store.query.Paging;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Calls over HTTP. */
@RestController
class CallController {

    private static final Set<String> PARAMETERS = Set.of("from", "to", "account", "person", "order", "limit", "cursor");

    private final MessagePages pages;

    CallController(MessagePages pages) {
        this.pages = pages;
    }

    /**
     * {@code GET /calls?from=&to=&account=&person=&order=desc|asc&limit=&cursor=}, scope {@code messages:read}: calls, newest
     * first unless {@code order=asc}, each a message with what became of it. {@code person} called, or was called. Calls of
     * direct chats are there where those are kept; a caller with groups of their own sees only calls of these.
     */
    @GetMapping("/calls")
    Mono<MessagePage> calls(@RequestParam MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, PARAMETERS);
        String person = Jids.person("person", parameters.text("person"));
        MessageFilter filter = MessageFilter.of(parameters).sentBy(person);
        Paging paging = Paging.of(parameters);
        return CurrentCaller.get().flatMap(caller -> pages.page(new Lanes.OfCalls(caller.groups()), filter, paging));
    }
}

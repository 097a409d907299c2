package groupwatch.store.chat;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.JidCursor;
import groupwatch.store.api.Page;
import groupwatch.store.api.Parameters;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One linked account's chats over HTTP. */
@RestController
class AccountChatsController {

    private final AccountChats chats;

    AccountChatsController(AccountChats chats) {
        this.chats = chats;
    }

    /**
     * {@code GET /accounts/{id}/chats?limit=&cursor=}, scope {@code groups:read}: groups and, where they are kept, direct
     * chats of a linked account, in the order of their JIDs. A caller with groups of their own sees only these; an account
     * that is in none of them does not exist for that caller.
     */
    @GetMapping("/accounts/{id}/chats")
    Mono<Page<AccountChat>> chats(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, Set.of("limit", "cursor"));
        int limit = parameters.limit();
        String after = JidCursor.parse(parameters);
        String account = Parameters.inPath("id", id);
        return CurrentCaller.get()
                .filterWhen(caller -> chats.knows(account, caller))
                .flatMap(caller -> chats.page(account, after, limit, caller))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such account.")));
    }
}

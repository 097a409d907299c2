package groupwatch.store.contact;

import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Page;
import groupwatch.store.api.Parameters;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Contacts over HTTP. */
@RestController
class ContactController {

    private static final Set<String> PARAMETERS = Set.of("type", "q", "account", "limit", "cursor");

    private final Directory directory;

    ContactController(Directory directory) {
        this.directory = directory;
    }

    /**
     * {@code GET /contacts?type=individual|group&q=&account=&limit=&cursor=}, scope {@code groups:read}: people and groups
     * that linked accounts know, in the order of their JIDs. {@code q} is part of a name, number or JID. A caller with groups
     * of their own sees these and the people of these.
     */
    @GetMapping("/contacts")
    Mono<Page<Contact>> contacts(@RequestParam MultiValueMap<String, String> query) {
        ContactQuery wanted = ContactQuery.of(new Parameters(query, PARAMETERS));
        return CurrentCaller.get().flatMap(caller -> directory.page(wanted, caller));
    }
}

package groupwatch.store.person;

import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.contact.Pictures;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.person.PersonFinder.Found;
import groupwatch.store.query.Lanes;
import groupwatch.store.query.MessageFilter;
import groupwatch.store.query.MessagePage;
import groupwatch.store.query.MessagePages;
import groupwatch.store.query.Paging;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** People over HTTP. */
@RestController
class PersonController {

    private static final Set<String> PARAMETERS =
            Set.of("type", "has", "from", "to", "account", "order", "limit", "cursor");

    private final PersonFinder finder;
    private final PeopleRepository people;
    private final Pictures pictures;
    private final MessagePages pages;

    PersonController(PersonFinder finder, PeopleRepository people, Pictures pictures, MessagePages pages) {
        this.finder = finder;
        this.people = people;
        this.pictures = pictures;
        this.pages = pages;
    }

    /**
     * {@code GET /people/{jid}}, scope {@code groups:read}: a person, by number or any identity, over all groups the caller
     * may see.
     */
    @GetMapping("/people/{jid}")
    Mono<PersonProfile> person(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        new Parameters(query, Set.of());
        String person = Jids.person(jid);
        return CurrentCaller.get()
                .flatMap(caller -> finder.find(person, caller).flatMap(found -> profile(person, found, caller)));
    }

    /**
     * {@code GET /people/{jid}/messages?limit=&cursor=&order=desc|asc&type=&from=&to=&has=media&account=}, scope
     * {@code messages:read}: what the person wrote in all groups the caller may see, newest first unless {@code order=asc}.
     */
    @GetMapping("/people/{jid}/messages")
    Mono<MessagePage> messages(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        String person = Jids.person(jid);
        Parameters parameters = new Parameters(query, PARAMETERS);
        MessageFilter filter = MessageFilter.of(parameters);
        Paging paging = Paging.of(parameters);
        return CurrentCaller.get()
                .flatMap(caller ->
                        finder.find(person, caller).flatMap(found -> pages.page(lanes(found, caller), filter, paging)));
    }

    private Mono<PersonProfile> profile(String jid, Found found, Caller caller) {
        Lanes lanes = lanes(found, caller);
        return people.behind(found.identities())
                .flatMap(known -> pictures.of(Set.of(jid), known)
                        .map(addresses -> PersonProfile.of(jid, known, found.groups())
                                .pictured(addresses.get(known.canonical(jid))))
                        .zipWith(time(lanes, true))
                        .zipWith(
                                time(lanes, false),
                                (one, last) -> one.getT1().spoke(one.getT2().orElse(null), last.orElse(null))));
    }

    private Mono<Optional<Instant>> time(Lanes lanes, boolean oldest) {
        return pages.firstTime(lanes, oldest).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static Lanes lanes(Found found, Caller caller) {
        return new Lanes.OfPerson(found.identities(), caller.groups());
    }
}

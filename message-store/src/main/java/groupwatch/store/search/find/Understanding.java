package groupwatch.store.search.find;

import groupwatch.kit.security.Caller;
import groupwatch.store.search.query.Parsed;
import groupwatch.store.search.query.QueryParser;
import groupwatch.store.search.who.Resolver;
import groupwatch.store.search.words.GroupLanguages;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Understands what a caller asks. */
@Component
class Understanding {

    private final Resolver resolver;
    private final GroupLanguages languages;

    Understanding(Resolver resolver, GroupLanguages languages) {
        this.resolver = resolver;
        this.languages = languages;
    }

    /** @param zone in which a day begins */
    Mono<Understood> of(String text, ZoneId zone, Caller caller) {
        Parsed parsed = QueryParser.parse(text, zone);
        return languages
                .refresh()
                .then(resolver.resolve(parsed.query(), caller))
                .map(resolved ->
                        new Understood(parsed, resolved, Scope.of(parsed.query(), resolved, caller, languages)));
    }
}

package groupwatch.watchdog.link;

import groupwatch.events.link.Link;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the accounts are linked, as it was told last. */
public interface LinkReader {

    /** Empty when there is no such account, or nobody has looked at it yet. */
    Mono<Link> find(String account);

    /** By account. */
    Flux<Link> all();
}

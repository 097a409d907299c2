package groupwatch.watchdog.link;

import groupwatch.events.link.Link;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How accounts are linked. */
public interface LinkReader {

    /** Empty when there is no such account. */
    Mono<Link> find(String account);

    /** Of all accounts, by name. */
    Flux<Link> all();
}

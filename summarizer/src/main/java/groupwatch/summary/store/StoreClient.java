package groupwatch.summary.store;

import groupwatch.events.message.Message;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.security.Caller;
import java.time.Instant;
import java.time.ZoneId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The message store's API.
 *
 * <p>Errors: {@link ServiceUnavailableException} when it does not answer in time, another try later makes sense.
 */
public interface StoreClient {

    /** The groups that the caller may see. */
    Flux<StoredGroup> groups(Caller caller);

    /** Empty when there is none, or none that the caller may see. */
    Mono<StoredGroup> group(Caller caller, String jid);

    /**
     * All messages of a group from a moment until before another, the oldest first; files with the beginning of their text. Streams with
     * back-pressure.
     */
    Flux<StoredMessage> messages(Caller caller, String group, Instant from, Instant until);

    /** The newest messages of a group before a moment, the oldest of them first. */
    Flux<StoredMessage> newest(Caller caller, String group, Instant from, Instant until, int limit);

    /** One message as it is now. Empty when there is none, or none that the caller may see. */
    Mono<Message> message(Caller caller, String group, String id);

    /**
     * What the full-text search finds, the best first.
     *
     * @param query in the search's own language
     * @param zone in which its days begin
     */
    Flux<Message> search(Caller caller, String query, ZoneId zone, int limit);
}

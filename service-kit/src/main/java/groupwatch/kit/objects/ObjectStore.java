package groupwatch.kit.objects;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files under keys. A key is one or more segments of letters, digits, {@code -}, {@code _}, {@code .} and {@code =}, joined by {@code /}, 512
 * characters at most; a segment never is {@code .} or {@code ..}, and no key goes on where another ends. All methods are cold, and fail with {@link ObjectStoreUnavailableException} when
 * the store does not answer or has no room: another try makes sense then.
 */
public interface ObjectStore {

    /**
     * Stores an object, whole or not at all; one that was there before is replaced. Asks for content at the pace at which it is written;
     * an error of {@code content} is passed on and leaves nothing behind. Completes when the bytes survive the death of the process, and of
     * the machine where the store can promise that.
     *
     * @param content read from position to limit, on another thread: whoever gave a buffer leaves it alone
     */
    Mono<StoredObject> put(String key, Flux<ByteBuffer> content);

    /** Empty when there is none. */
    Mono<StoredObject> find(String key);

    /**
     * A part of an object, or the whole of it, in buffers of 64 KB or so at the reader's pace.
     *
     * @return fails with {@link ObjectMissingException} when there is none
     */
    Flux<ByteBuffer> read(String key, ByteRange range);

    /** Another key for the same bytes, without the bytes passing through here. Replaces; fails with {@link ObjectMissingException}. */
    Mono<StoredObject> copy(String from, String to);

    /** Completes also when there was none. */
    Mono<Void> delete(String key);

    /** All whose key begins so, in no order. */
    Flux<StoredObject> list(String prefix);

    /** A link by which anybody can read the object for a while, past the suite; empty where the store has none (a folder). */
    Mono<URI> signedLink(String key, Duration lifetime);

    /**
     * Removes what writes have left behind that were begun before then and cut off by the death of their process; such remains are
     * seen by nobody, but take room.
     *
     * @return how many
     */
    Mono<Long> sweepUnfinished(Instant before);

    /** Completes when the store answers and would take an object, as far as can be told without writing one. */
    Mono<Void> check();
}

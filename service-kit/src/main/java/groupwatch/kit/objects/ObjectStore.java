package groupwatch.kit.objects;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files under keys. A key is one or more segments of letters, digits, {@code -}, {@code _}, {@code .} and {@code =}, joined by {@code /}, 512
 * characters at most; a segment never is {@code .} or {@code ..}. All methods are cold, and fail with {@link ObjectStoreUnavailableException} when
 * the store does not answer or has no room: another try makes sense then.
 */
public interface ObjectStore {

    /**
     * Stores an object, whole or not at all; one that was there before is replaced. Asks for content at the pace at which it is written;
     * an error of {@code content} is passed on and leaves nothing behind. Completes when the bytes survive the death of the process.
     *
     * @param content buffers are read from position to limit, not kept
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
}

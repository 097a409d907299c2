package groupwatch.kit.evolution;

import reactor.core.publisher.Mono;

/**
 * Whether a request may still be made, asked on the connection's thread just before it is written: however long a process was frozen in
 * between, it sends nothing that is no longer its business.
 */
@FunctionalInterface
public interface Fence {

    boolean isOpen();

    /** The call, behind this fence. */
    default <T> Mono<T> guard(Mono<T> call) {
        return call.contextWrite(context -> context.put(Fence.class, this));
    }
}

package groupwatch.kit.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * What BlockHound lets pass in the tests of every module: only what takes no time worth the name, with the reason beside it.
 * Whoever adds a line shows that it is not a wait for anything outside this process.
 */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // reads /dev/urandom, which never waits
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // when connections come fast the allocator adds an arena under a lock that is held for some instructions
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        // a circuit breaker counts a call under a lock that is held for some instructions
        builder.allowBlockingCallsInside("io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "record");
        builder.allowBlockingCallsInside(
                "io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "getSnapshot");
        // how a type is read is found out once, under a lock: whoever needs the same at that moment waits for that
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        // the S3 client's pool, once, when it is closed: on Netty's global executor, which serves nobody
        builder.allowBlockingCallsInside("io.netty.channel.pool.SimpleChannelPool", "close");
    }
}

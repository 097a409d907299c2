package groupwatch.kit.tracing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Carries the trace over the broker: out of the Reactor context into a record's {@code traceparent} header, and from the
 * headers of a batch into one span that the handling runs in.
 */
public interface KafkaTracing {

    String TRACEPARENT = "traceparent";

    /** No tracing: no header, no span. */
    KafkaTracing NONE = new KafkaTracing() {
        @Override
        public @Nullable String traceparent(ContextView context) {
            return null;
        }

        @Override
        public <T> Mono<T> inBatchSpan(String name, List<Map<String, String>> headers, Mono<T> work) {
            return work;
        }
    };

    /** The header's value for a record sent from within this context; absent when there is no span. */
    @Nullable
    String traceparent(ContextView context);

    /** Runs the work in a span that links to the traces named in the records' headers. */
    <T> Mono<T> inBatchSpan(String name, List<Map<String, String>> headers, Mono<T> work);
}

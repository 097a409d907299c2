package groupwatch.kit.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Trace context over the broker by means of the service's tracer. */
final class MicrometerKafkaTracing implements KafkaTracing {

    /** A batch may touch hundreds of traces; a span that links to all of them helps nobody. */
    private static final int MOST_LINKS = 32;

    private final Tracer tracer;

    MicrometerKafkaTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public @Nullable String traceparent(ContextView context) {
        TraceContext trace = batchTrace(context).or(() -> requestTrace(context)).orElse(null);
        return trace == null ? null : Traceparent.write(trace);
    }

    /** Of the batch this record is sent for. */
    private static Optional<TraceContext> batchTrace(ContextView context) {
        return context.getOrEmpty(TraceContext.class);
    }

    /** Of the HTTP request this record is sent for: WebFlux puts its observation into the context. */
    private static Optional<TraceContext> requestTrace(ContextView context) {
        return context.<Observation>getOrEmpty(ObservationThreadLocalAccessor.KEY)
                .map(observation -> observation.getContextView().<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(Span::context);
    }

    @Override
    public <T> Mono<T> inBatchSpan(String name, List<Map<String, String>> headers, Mono<T> work) {
        return Mono.defer(() -> {
            Span span = start(name, headers);
            return work.doOnError(span::error)
                    .doFinally(ended -> span.end())
                    .contextWrite(context -> context.put(TraceContext.class, span.context()));
        });
    }

    private Span start(String name, List<Map<String, String>> headers) {
        Span.Builder span = tracer.spanBuilder()
                .setNoParent()
                .name(name)
                .kind(Span.Kind.CONSUMER)
                .tag("messaging.batch.message_count", headers.size());
        headers.stream()
                .map(record -> record.get(TRACEPARENT))
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_LINKS)
                .map(this::remote)
                .flatMap(Optional::stream)
                .forEach(trace -> span.addLink(new Link(trace)));
        return span.start();
    }

    private Optional<TraceContext> remote(String traceparent) {
        return Traceparent.read(traceparent)
                .map(read -> tracer.traceContextBuilder()
                        .traceId(read.traceId())
                        .spanId(read.spanId())
                        .sampled(read.sampled())
                        .build());
    }
}

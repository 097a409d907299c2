package groupwatch.kit.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class MicrometerKafkaTracingTest {

    private static final String FIRST = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String SECOND = "00-5bf92f3577b34da6a3ce929d0e0e4736-10f067aa0ba902b7-00";

    private final CollectedSpans collected = new CollectedSpans();
    private final KafkaTracing tracing = new MicrometerKafkaTracing(tracer());

    private Tracer tracer() {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(collected))
                .build();
        return new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), event -> {});
    }

    @Test
    void aBatchIsOneSpanWithALinkToEachTraceOfItsRecords() {
        List<Map<String, String>> headers = List.of(
                Map.of("traceparent", FIRST),
                Map.of("traceparent", FIRST),
                Map.of("traceparent", SECOND),
                Map.of("traceparent", "anybody may write nonsense"),
                Map.of());

        tracing.inBatchSpan("store batch", headers, Mono.just(1)).block();

        SpanData span = collected.spans().getFirst();
        assertThat(collected.spans()).hasSize(1);
        assertThat(span.getName()).isEqualTo("store batch");
        assertThat(span.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId() + "-"
                        + link.getSpanContext().getSpanId())
                .containsExactly(FIRST.substring(3, 52), SECOND.substring(3, 52));
    }

    @Test
    void whatABatchPublishesBelongsToItsSpan() {
        String traceparent = tracing.inBatchSpan(
                        "store batch",
                        List.of(),
                        Mono.deferContextual(context -> Mono.justOrEmpty(tracing.traceparent(context))))
                .block();

        SpanData span = collected.spans().getFirst();
        assertThat(traceparent).isEqualTo("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
    }

    @Test
    void outsideASpanThereIsNoHeader() {
        assertThat(tracing.traceparent(Context.empty())).isNull();
    }
}

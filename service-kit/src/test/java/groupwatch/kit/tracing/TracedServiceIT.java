package groupwatch.kit.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.kit.sample.SampleApplication;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A service as it is started, with nothing configured for traces and a broker behind it. */
@WithKafka
class TracedServiceIT {

    @Test
    void whatABatchPublishesCarriesItsTraceToTheBroker(TestKafka kafka) {
        String topic = kafka.createTopic(kafka.unique("traced"), 1);
        try (ConfigurableApplicationContext service =
                SampleApplication.startAt(kafka.bootstrapServers(), "--management.tracing.sampling.probability=1")) {
            RecordPublisher publisher = service.getBean(RecordPublisher.class);
            service.getBean(KafkaTracing.class)
                    .inBatchSpan(
                            "batch",
                            List.of(),
                            publisher.publish(new OutgoingRecord(topic, "a", new byte[1], Map.of())))
                    .block(Duration.ofSeconds(20));
        }

        assertThat(kafka.readAll(topic))
                .singleElement()
                .satisfies(record -> assertThat(new String(
                                record.headers().lastHeader("traceparent").value(), UTF_8))
                        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }
}

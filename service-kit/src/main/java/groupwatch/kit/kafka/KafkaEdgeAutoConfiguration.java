package groupwatch.kit.kafka;

import groupwatch.kit.metrics.PublisherMetrics;
import groupwatch.kit.tracing.KafkaTracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

/** The publisher, the consumers' maker and the topics' setup of a service. Nothing here waits for the broker at start. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "groupwatch.kit.tracing.KafkaTracingAutoConfiguration"
        })
@EnableConfigurationProperties(KafkaSettings.class)
public class KafkaEdgeAutoConfiguration {

    @Bean
    KafkaClients kafkaClients(KafkaSettings settings, @Value("${spring.application.name:groupwatch}") String service) {
        return new KafkaClients(settings, service);
    }

    @Bean
    @ConditionalOnMissingBean(RecordPublisher.class)
    KafkaRecordPublisher recordPublisher(
            KafkaClients clients, MeterRegistry meters, ObjectProvider<KafkaTracing> tracing) {
        return new KafkaRecordPublisher(
                clients, new PublisherMetrics(meters), tracing.getIfAvailable(() -> KafkaTracing.NONE));
    }

    @Bean
    BatchConsumers batchConsumers(
            KafkaClients clients,
            RecordPublisher publisher,
            MeterRegistry meters,
            ObjectProvider<KafkaTracing> tracing,
            ObjectProvider<Clock> clock) {
        return new BatchConsumers(
                clients,
                publisher,
                meters,
                tracing.getIfAvailable(() -> KafkaTracing.NONE),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    TopicTails topicTails(KafkaClients clients) {
        return new TopicTails(clients);
    }

    @Bean
    BrokerAdmin brokerAdmin(KafkaClients clients) {
        return new BrokerAdmin(clients::admin);
    }

    @Bean
    ConsumerGroups consumerGroups(BrokerAdmin admin) {
        return new ConsumerGroups(admin);
    }

    @Bean
    TopicsSetup topicsSetup(
            BrokerAdmin admin,
            KafkaSettings settings,
            ObjectProvider<TopicSpecs> topics,
            ObjectProvider<KafkaRecordPublisher> publisher) {
        return new TopicsSetup(
                admin,
                settings,
                topics.stream().flatMap(specs -> specs.topics().stream()).toList(),
                topic -> Mono.justOrEmpty(publisher.getIfAvailable()).flatMap(connected -> connected.prepare(topic)));
    }

    @Bean
    BrokerHealth brokerHealthIndicator(BrokerAdmin admin) {
        return new BrokerHealth(admin);
    }

    @Bean
    ConsumersHealth consumersHealthIndicator(ObjectProvider<BatchConsumer> consumers) {
        return new ConsumersHealth(consumers::orderedStream);
    }
}

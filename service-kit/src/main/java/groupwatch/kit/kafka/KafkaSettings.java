package groupwatch.kit.kafka;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the broker is and how this service speaks to it.
 *
 * @param bootstrapServers host:port, comma separated
 * @param partitions of topics this service creates
 * @param replication of topics this service creates; production takes 3
 * @param groupProtocol {@code consumer} (the broker assigns, rebalances do not stop the others) or {@code classic}
 * @param properties further properties for every Kafka client, by Kafka's own names (TLS, SASL)
 */
@Validated
@ConfigurationProperties("groupwatch.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") @NotBlank String bootstrapServers,
        @DefaultValue("12") @Min(1) int partitions,
        @DefaultValue("1") @Min(1) short replication,

        @DefaultValue("consumer") @Pattern(regexp = "consumer|classic", message = "takes consumer or classic")
        String groupProtocol,

        @DefaultValue @Valid PublisherSettings publisher,
        @DefaultValue Map<String, String> properties) {

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }
}

package groupwatch.store.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Live streams.
 *
 * @param streams how many may be open in this replica
 * @param longest life of one, after which its reader connects anew and is checked anew
 * @param heartbeat between two signs of life
 * @param buffer events that wait for a slow reader
 * @param bufferSize the same, as they came from the topic
 * @param replay records looked at for a reader that comes back
 */
@Validated
@ConfigurationProperties("groupwatch.store.live")
record LiveProperties(
        @DefaultValue("100") @Min(1) int streams,
        @DefaultValue("1h") Duration longest,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("256") @Min(1) int buffer,
        @DefaultValue("4MB") DataSize bufferSize,
        @DefaultValue("10000") @Min(0) int replay) {}

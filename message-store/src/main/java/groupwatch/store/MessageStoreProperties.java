package groupwatch.store;

import groupwatch.kit.database.DatabaseSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the message store.
 *
 * @param revokedContent what happens to the content of a message that was deleted for everyone
 * @param batch messages and events taken in hand at once at most; a large batch is stored in two transactions
 */
@Validated
@ConfigurationProperties("groupwatch.store")
public record MessageStoreProperties(
        @Valid DatabaseSettings database,
        @DefaultValue("keep") RevokedContent revokedContent,
        @DefaultValue("1000") @Min(1) @Max(5000) int batch,
        @DefaultValue @Valid Raw raw,
        @DefaultValue Retention retention,
        @DefaultValue @Valid History history) {

    /** Content of revoked messages: kept beside the tombstone, or wiped from the rows. */
    public enum RevokedContent {
        KEEP,
        WIPE
    }

    /**
     * The events as received, beside the rows they became.
     *
     * @param retention days older than this are dropped
     */
    public record Raw(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("30d") Duration retention) {}

    /**
     * How long messages are kept.
     *
     * @param messages whole days; absent: for ever. A group may have a limit of its own
     */
    public record Retention(@Nullable Duration messages) {

        private static final long MOST_DAYS = 36_500;

        public Retention {
            if (messages != null
                    && (!messages.equals(Duration.ofDays(messages.toDays()))
                            || messages.toDays() < 1
                            || messages.toDays() > MOST_DAYS)) {
                throw new IllegalArgumentException("groupwatch.store.retention.messages takes whole days as 365d, 1 to "
                        + MOST_DAYS + ", not " + messages);
            }
        }

        public @Nullable Integer days() {
            return messages == null ? null : Math.toIntExact(messages.toDays());
        }
    }

    /**
     * The pace of history, so that a flood of it never delays live messages.
     *
     * @param batchesPerSecond batches of history started per second at most
     */
    public record History(
            @DefaultValue("4") @DecimalMin("0.01") double batchesPerSecond) {

        public Duration interval() {
            return Duration.ofNanos((long) (1_000_000_000 / batchesPerSecond));
        }
    }
}

package groupwatch.kit.kafka;

import org.jspecify.annotations.Nullable;

/**
 * A record that can never be stored.
 *
 * @param reason in words, for whoever looks at the dead letters; names no message content
 * @param exception type of the error that blamed the record, absent when the handler itself refused it
 */
public record RejectedRecord(
        IncomingRecord record, String reason, @Nullable String exception) {

    public RejectedRecord(IncomingRecord record, String reason) {
        this(record, reason, null);
    }
}

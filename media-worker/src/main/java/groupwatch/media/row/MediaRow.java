package groupwatch.media.row;

import groupwatch.events.media.MessageRef;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message's file.
 *
 * @param instance the linked account to ask for the bytes
 * @param sentAt the earliest told; when it was recorded, where nobody told
 * @param claimed what the message says
 * @param claim key of the bytes that came along with the webhook
 * @param reason of {@code expired} and {@code failed}, for programs
 * @param trouble why something is absent that such a file should have
 * @param revision grows with each event about it
 * @param stored what was measured; there exactly when the state is {@code stored}
 * @param deletedAt when what was stored was removed
 */
public record MediaRow(
        UUID id,
        MessageRef message,
        @Nullable String instance,
        Instant sentAt,
        MessageType kind,
        ClaimedFile claimed,
        @Nullable String claim,
        MediaState state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String trouble,
        long revision,
        Instant changedAt,
        @Nullable StoredFile stored,
        @Nullable Instant deletedAt) {}

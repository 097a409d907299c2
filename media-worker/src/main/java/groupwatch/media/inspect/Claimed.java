package groupwatch.media.inspect;

import groupwatch.events.message.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * What the message says about its file; a hint at best.
 *
 * @param fileName as the sender wrote it
 */
public record Claimed(
        MessageType kind, @Nullable String mime, @Nullable String fileName) {}

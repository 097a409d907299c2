package groupwatch.media;

import groupwatch.events.message.MessageType;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is fetched, and how.
 *
 * @param kinds of files to fetch: image, video, video_note, audio, voice, document, sticker; none named: all
 * @param chats whose files are fetched, by JID; none named: all
 * @param exceptChats whose files are not fetched, by JID
 * @param maxSize larger files are not fetched
 * @param concurrency files at once in this process
 * @param perInstance files at once from one linked account, in all replicas together
 * @param schedule pauses after failed attempts; the last one again and again
 * @param giveUpAfter this long after the message the last attempt is made: WhatsApp keeps files for about two weeks
 * @param goneAttempts after so many answers that WhatsApp no longer has the file it is believed
 * @param attemptLimit longest attempt
 */
public record FetchSettings(
        @DefaultValue Set<MessageType> kinds,
        @DefaultValue Set<String> chats,
        @DefaultValue Set<String> exceptChats,
        @DefaultValue("2GB") DataSize maxSize,
        @DefaultValue("8") @Min(1) int concurrency,
        @DefaultValue("4") @Min(1) int perInstance,

        @DefaultValue({"10s", "1m", "10m", "1h", "6h", "1d"}) @NotEmpty
        List<Duration> schedule,

        @DefaultValue("14d") Duration giveUpAfter,
        @DefaultValue("3") @Min(1) int goneAttempts,
        @DefaultValue("30m") Duration attemptLimit) {

    public FetchSettings {
        kinds = Set.copyOf(kinds);
        chats = Set.copyOf(chats);
        exceptChats = Set.copyOf(exceptChats);
        schedule = List.copyOf(schedule);
    }

    /** Why a file is not fetched, in a word or two; absent when it is. */
    public @Nullable String refusal(String chat, MessageType kind, @Nullable Long size) {
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            return "kind-not-wanted";
        }
        if (!chats.isEmpty() && !chats.contains(chat) || exceptChats.contains(chat)) {
            return "chat-not-wanted";
        }
        return size != null && size > maxSize.toBytes() ? "too-large" : null;
    }
}

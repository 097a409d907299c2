package groupwatch.summary.transcript;

import groupwatch.events.message.MessageType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message, as far as it can be said in words.
 *
 * @param id WhatsApp's message id
 * @param speaker name as the group knows them; their number, shortened, only where no name is known
 * @param type what it is
 * @param text what was written, in its last form; of a file its caption, what is said in it, its name, the beginning of its text. One line or
 *     several, never empty; hostile
 * @param replyTo id of the message it answers, also one of another day
 * @param replyWords speaker and beginning of the answered message where that is not of this day; absent where it is
 * @param reactions so many people reacted
 * @param reactionEmojis the reactions, the most frequent first, each once
 */
public record Line(
        String id,
        Instant at,
        String speaker,
        MessageType type,
        String text,
        @Nullable String replyTo,
        @Nullable String replyWords,
        boolean edited,
        int reactions,
        List<String> reactionEmojis) {

    public Line {
        reactionEmojis = List.copyOf(reactionEmojis);
    }

    /** A plain text that nobody answered, reacted to or edited. */
    public static Line of(String id, Instant at, String speaker, String text) {
        return new Line(id, at, speaker, MessageType.TEXT, text, null, null, false, 0, List.of());
    }
}

package groupwatch.summary.transcript;

import groupwatch.events.message.Message;
import groupwatch.events.message.Reaction;
import groupwatch.summary.store.StoredMessage;
import groupwatch.summary.text.PlainText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Messages as lines. Empty for what was revoked and for what has no words. What a reply quotes is never taken from the quote: it may have been
 * edited or revoked since.
 */
public final class LineReader {

    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_EMOJIS = 5;

    private final Speakers speakers;

    /** @param names of people by JID and LID, where messages do not tell them */
    public LineReader(Map<String, String> names) {
        this.speakers = new Speakers(names);
    }

    public Optional<Line> read(StoredMessage stored) {
        Message message = stored.message();
        Instant at = message.sentAt();
        String text = text(stored);
        if (message.revokedAt() != null || at == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                message.id(),
                at,
                speakers.of(message.sender(), message.fromMe()),
                message.type(),
                text,
                replyTo(message),
                null,
                message.editedAt() != null,
                message.reactions().size(),
                emojis(message.reactions())));
    }

    private String text(StoredMessage stored) {
        String words = speakers.named(Wording.of(stored), stored.message().mentions());
        return PlainText.shortened(PlainText.lines(words), LONGEST_TEXT);
    }

    private static @Nullable String replyTo(Message message) {
        return message.replyTo() == null ? null : message.replyTo().id();
    }

    private static List<String> emojis(List<Reaction> reactions) {
        Map<String, Long> counts = reactions.stream()
                .map(reaction -> PlainText.oneLine(reaction.emoji()))
                .filter(emoji -> !emoji.isEmpty() && emoji.length() <= 16)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_EMOJIS)
                .map(Map.Entry::getKey)
                .toList();
    }
}

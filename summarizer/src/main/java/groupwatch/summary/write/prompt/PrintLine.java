package groupwatch.summary.write.prompt;

import groupwatch.summary.text.PlainText;
import groupwatch.summary.transcript.Line;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * A message as a model reads it: {@code [12] 09:41 Ana ↪[7] (👍×3) (edited): text}. What the first colon after the name is followed by is what was
 * written; all before it is ours.
 */
public final class PrintLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int ANSWERED_LENGTH = 60;
    private static final int EMOJIS = 3;

    private final Numbered messages;
    private final int characters;

    /** @param characters longest text of one message; the rest is cut off */
    public PrintLine(Numbered messages, int characters) {
        this.messages = messages;
        this.characters = characters;
    }

    /** @param shown which other messages are to be seen beside it: a reply to one of them names its number, any other repeats its beginning */
    public String print(int number, IntPredicate shown) {
        Line line = messages.line(number);
        return head(number, line) + answered(number, line, shown) + reactions(line) + edited(line) + ": " + text(line);
    }

    private String text(Line line) {
        // what is cut off is not looked at either: a message may be a book
        String some = line.text().length() > 2 * characters ? line.text().substring(0, 2 * characters) : line.text();
        return PlainText.shortened(Data.text(some), characters);
    }

    private String head(int number, Line line) {
        String kind = kind(line);
        return "[" + number + "] " + TIME.format(messages.transcript().time(line)) + " " + Data.name(line.speaker())
                + (kind.isEmpty() ? "" : " (" + kind + ")");
    }

    private static String kind(Line line) {
        return switch (line.type()) {
            case IMAGE -> "photo";
            case VIDEO, VIDEO_NOTE -> "video";
            case AUDIO, VOICE -> "voice";
            case DOCUMENT, STICKER, POLL, LOCATION, LIVE_LOCATION, CONTACT, CONTACTS, EVENT, SYSTEM ->
                line.type().wire().replace('_', ' ');
            default -> "";
        };
    }

    private String answered(int number, Line line, IntPredicate shown) {
        Integer answered = messages.answered(number);
        if (answered == null) {
            return line.replyWords() == null ? "" : answered(line.replyWords());
        }
        if (shown.test(answered)) {
            return " " + Shape.ANSWERS + "[" + answered + "]";
        }
        Line other = messages.line(answered);
        return answered(other.speaker() + " " + PlainText.shortened(other.text(), 2 * ANSWERED_LENGTH));
    }

    /** Without a colon, so that the text still begins at the first one. */
    private static String answered(String words) {
        String quoted = Data.text(words).replace(':', ' ').replace('"', '\'');
        return " " + Shape.ANSWERS + "\"" + PlainText.shortened(PlainText.oneLine(quoted), ANSWERED_LENGTH) + "\"";
    }

    private static String reactions(Line line) {
        if (line.reactions() == 0) {
            return "";
        }
        String emojis = line.reactionEmojis().stream()
                .limit(EMOJIS)
                .map(Data::name)
                .map(emoji -> PlainText.shortened(emoji, 12))
                .collect(Collectors.joining());
        return " (" + emojis + "×" + line.reactions() + ")";
    }

    private static String edited(Line line) {
        return line.edited() ? " (edited)" : "";
    }
}

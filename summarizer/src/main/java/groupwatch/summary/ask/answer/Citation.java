package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.find.Source;
import groupwatch.summary.text.PlainText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that an answer rests on.
 *
 * @param number as it stands in the answer, in square brackets
 * @param id WhatsApp's message id
 * @param group JID
 * @param text its beginning; plain, hostile like any other input
 */
public record Citation(
        int number, String id, String group, @Nullable String groupName, String sender, Instant sentAt, String text) {

    private static final int LONGEST = 300;

    static Citation of(int number, Source source) {
        return new Citation(
                number,
                source.line().id(),
                source.group().jid(),
                source.group().name(),
                source.line().speaker(),
                source.at(),
                PlainText.shortened(source.line().text(), LONGEST));
    }
}

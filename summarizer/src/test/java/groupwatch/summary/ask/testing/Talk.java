package groupwatch.summary.ask.testing;

import groupwatch.events.identity.Person;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.events.message.Reply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, made step by step.
 *
 * @param quote what a reply shows of what it answers
 */
public record Talk(
        String group,
        String id,
        Instant at,
        String sender,
        String text,
        @Nullable String replyTo,
        @Nullable String quote,
        boolean revoked,
        boolean edited) {

    public static Talk of(String group, String id, String at, String sender, String text) {
        return new Talk(group, id, Instant.parse(at), sender, text, null, null, false, false);
    }

    public Talk answering(String answered, String shown) {
        return new Talk(group, id, at, sender, text, answered, shown, revoked, edited);
    }

    public Talk taken() {
        return new Talk(group, id, at, sender, text, replyTo, quote, true, edited);
    }

    public Talk corrected(String newText) {
        return new Talk(group, id, at, sender, newText, replyTo, quote, revoked, true);
    }

    public Message message() {
        return new Message(
                id,
                group,
                true,
                List.of("phone"),
                1,
                new Person(jid(sender), null, null, sender),
                false,
                MessageType.TEXT,
                text,
                at,
                edited ? at.plusSeconds(60) : null,
                revoked ? at.plusSeconds(60) : null,
                null,
                replyTo == null ? null : new Reply(replyTo, null, quote),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                Origin.WEBHOOK);
    }

    static String jid(String name) {
        return Math.abs(name.hashCode()) + "@s.whatsapp.net";
    }
}

package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.identity.Person;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.Reply;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code contextInfo}: what a message answers, whom it mentions, whether it was forwarded and when it disappears. */
final class Context {

    private Context() {}

    static MessageContent added(MessageContent content, JsonNode context) {
        Integer seconds = Numbers.count(context.path("expiration"));
        return content.withReplyTo(reply(context))
                .withMentions(mentions(context.path("mentionedJid")))
                .withForwarded(forwarded(context))
                .withEphemeralSeconds(seconds == null || seconds == 0 ? null : seconds);
    }

    private static @Nullable Reply reply(JsonNode context) {
        String id = Proto.text(context, "stanzaId");
        if (id == null) {
            return null;
        }
        Identities author = Identities.of(Proto.jid(context, "participant"));
        return new Reply(
                id,
                author.known() ? Person.of(author, null) : null,
                MessageContents.plain(context.path("quotedMessage")).text());
    }

    private static List<String> mentions(JsonNode jids) {
        Set<String> mentions = new LinkedHashSet<>();
        for (JsonNode mentioned : jids) {
            Jid jid = mentioned.isString() ? Jid.parse(mentioned.stringValue()) : null;
            if (jid != null) {
                mentions.add(jid.value());
            }
        }
        return List.copyOf(mentions);
    }

    private static boolean forwarded(JsonNode context) {
        Integer score = Numbers.count(context.path("forwardingScore"));
        return Proto.flag(context, "isForwarded") || score != null && score > 0;
    }
}

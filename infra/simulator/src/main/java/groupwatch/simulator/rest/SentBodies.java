package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Bodies;
import groupwatch.simulator.wire.Body;
import groupwatch.simulator.wire.Contexts;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.world.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What requests say, as messages. */
final class SentBodies {

    private final Instance instance;
    private final Recipient to;
    private final Instant at;

    SentBodies(Instance instance, Recipient to, Instant at) {
        this.instance = instance;
        this.to = to;
        this.at = at;
    }

    Body text(JsonNode body) {
        var message = Json.object().put("conversation", body.path("text").asString(""));
        return new Body(message, "conversation", context(body, true));
    }

    Body reaction(ObjectNode key, String emoji) {
        var reaction = Json.object();
        reaction.set("key", key);
        reaction.put("text", emoji).set("senderTimestampMs", Json.number(at.toEpochMilli()));
        return bare("reactionMessage", reaction);
    }

    Body poll(String id, JsonNode body) {
        var options = new ArrayList<String>();
        body.path("values").forEach(value -> options.add(value.asString("")));
        return Bodies.poll(
                id,
                body.path("name").asString(""),
                options,
                body.path("selectableCount").asInt(1));
    }

    Body place(JsonNode body) {
        return withContext(
                Bodies.place(new Content.Place(
                        body.path("name").asString(""),
                        body.path("address").asString(""),
                        body.path("latitude").asDouble(0),
                        body.path("longitude").asDouble(0))),
                body);
    }

    Body contacts(JsonNode body) {
        var cards = new ArrayList<ObjectNode>();
        body.path("contact").forEach(contact -> cards.add(card(contact)));
        if (cards.size() == 1) {
            return withContext(bare("contactMessage", cards.getFirst()), body);
        }
        var several = Json.object();
        several.putArray("contacts").addAll(cards);
        return withContext(bare("contactsArrayMessage", several.put("displayName", cards.size() + " contacts")), body);
    }

    private static ObjectNode card(JsonNode contact) {
        var name = contact.path("fullName").asString("");
        var phone = contact.path("phoneNumber").asString("");
        var waid = contact.path("wuid").asString(Recipient.digits(phone));
        return Json.object()
                .put("displayName", name)
                .put(
                        "vcard",
                        "BEGIN:VCARD\nVERSION:3.0\nN:%1$s\nFN:%1$s\nitem1.TEL;waid=%2$s:%3$s\nitem1.X-ABLabel:Celular\nEND:VCARD"
                                .formatted(name, waid, phone));
    }

    Body list(JsonNode body) {
        var list = Json.object()
                .put("title", body.path("title").asString(""))
                .put("description", body.path("description").asString(""))
                .put("buttonText", body.path("buttonText").asString(""))
                .put("listType", 2);
        list.set("sections", body.path("sections"));
        return withContext(
                bare(
                        "listMessage",
                        list.put("footerText", body.path("footerText").asString(""))),
                body);
    }

    Body buttons(JsonNode body) {
        var flow = Json.object();
        var buttons = flow.putArray("buttons");
        body.path("buttons")
                .forEach(button ->
                        buttons.addObject().put("name", "quick_reply").put("buttonParamsJson", button.toString()));
        var interactive = Json.object();
        interactive
                .putObject("body")
                .put(
                        "text",
                        "*" + body.path("title").asString("") + "*\n\n"
                                + body.path("description").asString(""));
        interactive.putObject("footer").put("text", body.path("footer").asString(""));
        interactive.set("nativeFlowMessage", flow);
        var wrapped = Json.object();
        wrapped.putObject("message").set("interactiveMessage", interactive);
        return bare("viewOnceMessage", wrapped);
    }

    Body media(String type, ObjectNode content, JsonNode body) {
        return withContext(bare(type, content), body);
    }

    private static Body bare(String type, ObjectNode content) {
        var message = Json.object();
        message.set(type, content);
        return new Body(message, type, null);
    }

    private Body withContext(Body body, JsonNode request) {
        var context = context(request, false);
        ((ObjectNode) body.message().path(body.type())).set("contextInfo", context);
        return new Body(body.message(), body.type(), context.deepCopy());
    }

    private ObjectNode context(JsonNode request, boolean text) {
        var context = to.isDirect() ? Contexts.ofSent(at, text) : Contexts.empty(List.of());
        context.set("mentionedJid", Json.strings(mentioned(request)));
        var quoted = request.path("quoted").path("key");
        if (quoted.path("id").isString()) {
            var id = quoted.path("id").stringValue();
            var row = instance.messages().find(id).orElse(null);
            context.put("stanzaId", id).put("participant", author(quoted, row));
            var message = request.path("quoted").path("message");
            if (message.isObject() || row != null) {
                context.set("quotedMessage", message.isObject() || row == null ? message : row.quoted());
            }
        }
        return context;
    }

    private List<String> mentioned(JsonNode request) {
        if (request.path("mentionsEveryOne").asBoolean(false)) {
            return instance.groups().others(to.jid());
        }
        var mentioned = new ArrayList<String>();
        request.path("mentioned").forEach(who -> mentioned.add(Recipient.jidOf(who.asString(""))));
        return mentioned;
    }

    private String author(JsonNode key, @Nullable KeptMessage row) {
        if (key.path("participant").isString()) {
            return key.path("participant").stringValue();
        }
        var known = row == null ? null : row.participant();
        if (known != null && !known.isEmpty()) {
            return known;
        }
        return key.path("fromMe").asBoolean(row != null && row.fromMe())
                ? instance.account().phoneJid()
                : to.jid();
    }
}

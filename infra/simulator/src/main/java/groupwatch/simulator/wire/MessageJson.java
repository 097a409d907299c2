package groupwatch.simulator.wire;

import groupwatch.simulator.world.Persona;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Messages as one linked account gets to see them: the {@code data} of {@code messages.upsert} and the items of {@code messages.set}. */
public final class MessageJson {

    /** What the API calls the account itself when it knows no name. */
    public static final String YOU = "Você";

    private final Persona account;
    private final String instanceId;

    public MessageJson(Persona account, String instanceId) {
        this.account = account;
        this.instanceId = instanceId;
    }

    public ObjectNode live(Utterance said) {
        var key = Keys.live(said.chat(), said.by(), account, said.id());
        return message(key, name(said.by()), status(said.by(), false), Bodies.of(said), said.at());
    }

    public ObjectNode history(Utterance said) {
        var key = Keys.history(said.chat(), said.by(), account, said.id());
        return message(
                key, said.by() == null ? YOU : said.by().name(), status(said.by(), true), Bodies.of(said), said.at());
    }

    /**
     * Also a message.
     *
     * @param target key of the message it is about
     * @param emoji empty: taken back
     */
    public ObjectNode reaction(
            String id, Chat chat, @Nullable Persona by, Instant at, ObjectNode target, String emoji, boolean history) {
        var reaction = Json.object();
        reaction.set("key", target);
        reaction.put("text", emoji).set("senderTimestampMs", Json.number(at.toEpochMilli()));
        return addOn(id, chat, by, at, Body.without("reactionMessage", reaction), history);
    }

    /**
     * Evolution has the poll in its store, so that it can read the vote.
     *
     * @param chosen names of the options; none: taken back
     */
    public ObjectNode vote(
            String id,
            Chat chat,
            @Nullable Persona by,
            Instant at,
            ObjectNode poll,
            List<String> options,
            List<String> chosen) {
        var vote = Json.object();
        vote.set("pollCreationMessageKey", poll);
        vote.putObject("vote").set("selectedOptions", Json.strings(chosen));
        vote.set("senderTimestampMs", Json.number(at.toEpochMilli()));
        var data = addOn(id, chat, by, at, Body.without("pollUpdateMessage", vote), false);
        var voter = data.path("key").path("participant").stringValue();
        var updates = data.putArray("pollUpdates");
        for (var option : options) {
            var update = updates.addObject().put("name", option);
            update.set("voters", Json.strings(chosen.contains(option) ? List.of(voter) : List.of()));
        }
        return data;
    }

    private ObjectNode addOn(String id, Chat chat, @Nullable Persona by, Instant at, Body body, boolean history) {
        var key = history ? Keys.history(chat, by, account, id) : Keys.live(chat, by, account, id);
        return message(key, history && by == null ? YOU : name(by), status(by, history), body, at);
    }

    /** Sent with the API. */
    public ObjectNode sent(String jid, String id, Instant at, Body body) {
        var key = Json.object().put("remoteJid", jid).put("fromMe", true).put("id", id);
        return message(key, YOU, "PENDING", body, at);
    }

    private ObjectNode message(ObjectNode key, String name, String status, Body body, Instant at) {
        var data = Json.object();
        data.set("key", key);
        data.put("pushName", name).put("status", status);
        data.set("message", body.message());
        if (body.contextInfo() != null) {
            data.set("contextInfo", body.contextInfo());
        }
        return data.put("messageType", body.type())
                .put("messageTimestamp", at.getEpochSecond())
                .put("instanceId", instanceId)
                .put("source", Keys.source(key.path("id").stringValue()));
    }

    private String name(@Nullable Persona by) {
        return by == null ? account.name() : by.name();
    }

    private static String status(@Nullable Persona by, boolean history) {
        if (by != null) {
            return "DELIVERY_ACK";
        }
        return history ? "READ" : "SERVER_ACK";
    }
}

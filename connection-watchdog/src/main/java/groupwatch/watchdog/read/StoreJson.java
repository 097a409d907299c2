package groupwatch.watchdog.read;

import groupwatch.events.EventCodec;
import groupwatch.events.message.Message;
import groupwatch.kit.client.ServiceUnavailableException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The message store's answers. */
final class StoreJson {

    private StoreJson() {}

    /** What Jackson says of it could have parts of it. */
    static Message message(JsonNode node) {
        try {
            return EventCodec.mapper().treeToValue(node, Message.class);
        } catch (JacksonException error) {
            throw noAnswer("message");
        }
    }

    static StoreGroup group(JsonNode node) {
        Set<String> accounts = new HashSet<>();
        node.path("instances").forEach(account -> accounts.add(account.asString("")));
        return new StoreGroup(
                node.path("jid").asString(""),
                node.path("monitored").asBoolean(true),
                time(node.path("lastActivity")),
                accounts);
    }

    static Origins origins(JsonNode node) {
        try {
            return new Origins(
                    LocalDate.parse(node.path("day").asString("")),
                    node.path("account").asString(""),
                    node.path("webhook").asLong(0),
                    node.path("history").asLong(0),
                    node.path("resync").asLong(0));
        } catch (DateTimeException error) {
            throw noAnswer("day");
        }
    }

    static Retention retention(JsonNode node) {
        Map<String, Instant> groups = new HashMap<>();
        for (JsonNode group : node.path("groups")) {
            Instant since = time(group.path("keptSince"));
            // absent: for ever, whatever the suite's limit
            groups.put(group.path("jid").asString(""), since == null ? Instant.EPOCH : since);
        }
        return new Retention(time(node.path("keptSince")), groups);
    }

    private static @Nullable Instant time(JsonNode node) {
        try {
            return node.isString() ? Instant.parse(node.asString()) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static ServiceUnavailableException noAnswer(String what) {
        return new ServiceUnavailableException("the message store answers with what is no " + what, null);
    }
}

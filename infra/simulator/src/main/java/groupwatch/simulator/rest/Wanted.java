package groupwatch.simulator.rest;

import groupwatch.simulator.store.KeptMessage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code where} of {@code findMessages}. */
final class Wanted {

    private Wanted() {}

    /** {@code fromMe: false} is ignored, and so is one end of a time without the other. */
    static Predicate<KeptMessage> messages(JsonNode where) {
        var key = where.path("key");
        var id = key.path("id").asString("");
        var chat = key.path("remoteJid").asString("");
        var fromMe = key.path("fromMe").asBoolean(false);
        var type = where.path("messageType").asString("");
        var source = where.path("source").asString("");
        var database = where.path("id").asString("");
        var from = time(where.path("messageTimestamp").path("gte"));
        var to = time(where.path("messageTimestamp").path("lte"));
        return row -> (id.isEmpty() || row.keyId().equals(id))
                && (database.isEmpty() || row.databaseId().equals(database))
                && (chat.isEmpty() || row.chat().equals(chat))
                && (!fromMe || row.fromMe())
                && (type.isEmpty() || row.messageType().equals(type))
                && (source.isEmpty() || row.data().path("source").asString("").equals(source))
                && (from == null || to == null || within(row.timestamp(), from, to));
    }

    private static boolean within(long seconds, Instant from, Instant to) {
        return seconds >= from.getEpochSecond() && seconds <= to.getEpochSecond();
    }

    private static @Nullable Instant time(JsonNode said) {
        if (!said.isString()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(said.stringValue()).toInstant();
        } catch (DateTimeParseException e) {
            throw EvolutionException.unexpected("Invalid time value");
        }
    }
}

package groupwatch.simulator.rest;

import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.store.Search;
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
    static Search messages(JsonNode where) {
        var key = where.path("key");
        return new Search(
                key.path("id").asString(""),
                key.path("remoteJid").asString(""),
                between(where.path("messageTimestamp")),
                rest(where));
    }

    private static Predicate<KeptMessage> rest(JsonNode where) {
        var fromMe = where.path("key").path("fromMe").asBoolean(false);
        var type = where.path("messageType").asString("");
        var source = where.path("source").asString("");
        var database = where.path("id").asString("");
        return row -> (database.isEmpty() || row.databaseId().equals(database))
                && (!fromMe || row.fromMe())
                && (type.isEmpty() || row.messageType().equals(type))
                && (source.isEmpty() || row.data().path("source").asString("").equals(source));
    }

    private static Search.@Nullable Between between(JsonNode said) {
        var from = time(said.path("gte"));
        var to = time(said.path("lte"));
        return from == null || to == null ? null : new Search.Between(from.getEpochSecond(), to.getEpochSecond());
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

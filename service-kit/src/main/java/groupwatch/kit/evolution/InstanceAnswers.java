package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@code /}, {@code /instance} and {@code /settings} answer. */
final class InstanceAnswers {

    private static final int LONGEST_SENTENCE = 200;

    private InstanceAnswers() {}

    static String version(JsonNode answer) {
        return demanded(answer.path("version"));
    }

    static String state(JsonNode answer) {
        return demanded(answer.path("instance").path("state"));
    }

    /** Of rows, the one of that name. */
    static InstanceRow row(JsonNode answer, String name) {
        if (!answer.isArray()) {
            throw Troubles.noAnswer();
        }
        for (JsonNode row : answer) {
            if (row.path("name").asString("").equals(name)) {
                return row(row);
            }
        }
        throw new EvolutionException(Kind.NO_INSTANCE, "Evolution has no such instance");
    }

    private static InstanceRow row(JsonNode row) {
        JsonNode closedBecause = row.path("disconnectionReasonCode");
        return new InstanceRow(
                demanded(row.path("id")),
                demanded(row.path("name")),
                row.path("connectionStatus").asString("close"),
                text(row.path("ownerJid")),
                text(row.path("profileName")),
                text(row.path("number")),
                closedBecause.isNumber() ? (Integer) closedBecause.intValue() : null,
                time(row.path("disconnectionAt")),
                options(row.path("Setting")),
                row.path("_count").path("Message").asLong(0));
    }

    /** What is not said is off; an instance without a row of settings, {@code null}, has all off. */
    static InstanceOptions options(JsonNode answer) {
        return new InstanceOptions(
                answer.path("rejectCall").asBoolean(false),
                answer.path("msgCall").asString(""),
                answer.path("groupsIgnore").asBoolean(false),
                answer.path("alwaysOnline").asBoolean(false),
                answer.path("readMessages").asBoolean(false),
                answer.path("readStatus").asBoolean(false),
                answer.path("syncFullHistory").asBoolean(false));
    }

    static ConnectAnswer connect(JsonNode answer) {
        if (failed(answer)) {
            String sentence = answer.path("message").asString("");
            if (Refusal.isTooOften(sentence)) {
                throw new EvolutionException(Kind.TOO_OFTEN, "WhatsApp gives no more codes for a while");
            }
            return new ConnectAnswer.Refused(sentence.substring(0, Math.min(LONGEST_SENTENCE, sentence.length())));
        }
        String state = text(answer.path("instance").path("state"));
        if (state != null) {
            return new ConnectAnswer.Linked(state);
        }
        String code = text(answer.path("code"));
        String pairingCode = text(answer.path("pairingCode"));
        if (code != null || pairingCode != null) {
            return new ConnectAnswer.Code(
                    code == null ? "" : code, pairingCode, answer.path("count").asInt(0));
        }
        if (!answer.isObject()) {
            throw Troubles.noAnswer();
        }
        return new ConnectAnswer.Begun();
    }

    /** A closed instance is answered 200 with an error that its own code could not print. */
    static JsonNode restarted(JsonNode answer) {
        if (!failed(answer)) {
            return answer;
        }
        String sentence = answer.path("message").asString("");
        throw sentence.equals("[object Object]") || Refusal.isNotConnected(sentence)
                ? new EvolutionException(Kind.NOT_CONNECTED, "Evolution restarts no instance that is closed")
                : new EvolutionException(Kind.AWAY, "Evolution failed to restart the instance");
    }

    private static boolean failed(JsonNode answer) {
        return answer.path("error").asBoolean(false);
    }

    private static String demanded(JsonNode value) {
        String text = text(value);
        if (text == null) {
            throw Troubles.noAnswer();
        }
        return text;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    private static @Nullable Instant time(JsonNode value) {
        try {
            String text = text(value);
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}

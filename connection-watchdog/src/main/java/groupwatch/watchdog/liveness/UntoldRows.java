package groupwatch.watchdog.liveness;

import groupwatch.kit.evolution.MessageRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rows of Evolution's message store that should have been heard of. */
final class UntoldRows {

    /** A message's time is WhatsApp's, and an event's the gateway's. */
    private static final Duration CLOCKS = Duration.ofSeconds(60);

    /** A webhook of a message as young as this may be under way. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    /** So many are not under way all at once. */
    private static final int MANY = 5;

    private UntoldRows() {}

    /**
     * Time of the oldest of them; empty when there are none. What the account sent itself is left out: what is sent over the API tells
     * nothing of the link.
     *
     * @param since when the last event came
     * @param directChats whether those are told at all
     */
    static Optional<Instant> oldest(MessageRows rows, Instant since, Instant now, boolean directChats) {
        List<Instant> untold = rows.rows().stream()
                .filter(row -> isTold(row.path("key"), directChats))
                .map(row -> time(row.path("messageTimestamp")))
                .filter(Objects::nonNull)
                .filter(time -> time.isAfter(since.plus(CLOCKS)))
                .toList();
        return untold.stream()
                .min(Comparator.naturalOrder())
                .filter(oldest -> oldest.isBefore(now.minus(UNDER_WAY)) || untold.size() >= MANY);
    }

    private static boolean isTold(JsonNode key, boolean directChats) {
        String chat = key.path("remoteJid").asString("");
        boolean direct = chat.endsWith("@s.whatsapp.net") || chat.endsWith("@lid");
        return !key.path("fromMe").asBoolean(false) && (chat.endsWith("@g.us") || directChats && direct);
    }

    /** Seconds, as a number or, of older versions, as text. */
    private static @Nullable Instant time(JsonNode seconds) {
        if (seconds.isIntegralNumber() && seconds.canConvertToLong()) {
            return Instant.ofEpochSecond(Math.clamp(seconds.longValue(), 0, Instant.MAX.getEpochSecond()));
        }
        String text = seconds.isString() ? seconds.stringValue() : "";
        return text.matches("[0-9]{1,12}") ? Instant.ofEpochSecond(Long.parseLong(text)) : null;
    }
}

package groupwatch.store.retention;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Records of long ago. */
final class OldWebhooks {

    static final String ANA = "5511999990001@s.whatsapp.net";

    private final Records records = new Records();

    IncomingRecord text(String chat, String id, Instant at) {
        return records.message(Webhooks.text(chat, id, ANA, at, "text of " + id));
    }

    IncomingRecord reaction(String chat, String id, String target, Instant at) {
        return records.message(Webhooks.message(
                chat,
                id,
                ANA,
                at,
                "\"reactionMessage\":{\"key\":{\"remoteJid\":\"%s\",\"fromMe\":false,\"id\":\"%s\"},\"text\":\"👍\",\"senderTimestampMs\":\"%d\"}"
                        .formatted(chat, target, at.toEpochMilli()),
                "reactionMessage"));
    }

    /** A fact alone: it is no message. */
    IncomingRecord receipt(String chat, String target, String status, Instant told) {
        return records.message("""
                {"event":"messages.update","instance":"loja-norte","data":{"keyId":"%s","remoteJid":"%s","fromMe":true,\
                "participant":"%s","status":"%s"},"date_time":"%s","sender":"5511999990000@s.whatsapp.net"}""".formatted(target, chat, ANA, status, told));
    }

    /** A chunk of history with these messages. */
    IncomingRecord history(String chat, List<String> ids, List<Instant> at) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            items.append(i == 0 ? "" : ",")
                    .append("""
                    {"key":{"remoteJid":"%s","fromMe":false,"id":"%s","participant":"%s"},"message":{"conversation":"old"},\
                    "messageType":"conversation","messageTimestamp":%d}""".formatted(chat, ids.get(i), ANA, at.get(i).getEpochSecond()));
        }
        return records.record(
                Topics.RAW_HISTORY,
                "{\"isLatest\":true,\"progress\":35,\"event\":\"messages.set\",\"instance\":\"loja-norte\",\"data\":[%s],\"date_time\":\"2026-11-20T20:33:32.399Z\"}"
                        .formatted(items)
                        .getBytes(StandardCharsets.UTF_8));
    }
}

package groupwatch.ingest.receive;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.evolution.WebhookScanResult;
import groupwatch.events.evolution.WebhookScanRoute;
import groupwatch.kit.kafka.OutgoingRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Webhooks as records: the body as it is, and beside it CloudEvents headers. The same body from the same instance has the same id. */
@Component
class RawRecords {

    static final String REASON = "groupwatch-quarantine-reason";
    static final String DETAIL = "groupwatch-quarantine-detail";
    static final String PATH = "groupwatch-quarantine-path";

    /** Paths and addresses come from outside; headers are for reading. */
    private static final int LONGEST_HEADER = 300;

    private final Clock clock;

    RawRecords(Clock clock) {
        this.clock = clock;
    }

    OutgoingRecord of(WebhookScanResult.Webhook webhook) {
        WebhookScanRoute route = webhook.route();
        String type = "evolution." + webhook.event();
        Map<String, String> headers = headers(webhook.instance(), type, webhook.chat(), webhook.body());
        return new OutgoingRecord(route.topic(), route.key(), webhook.body(), headers);
    }

    OutgoingRecord of(WebhookScanResult.NotWebhook nothing, String reason, WebhookOrigin origin) {
        Map<String, String> headers = new HashMap<>(headers(null, "evolution.quarantined", null, nothing.body()));
        headers.put(REASON, reason);
        headers.put(DETAIL, shortened(nothing.detail()));
        headers.put(PATH, shortened(origin.path()));
        return new OutgoingRecord(Topics.RAW_QUARANTINE, shortened(origin.address()), nothing.body(), headers);
    }

    private Map<String, String> headers(@Nullable String instance, String type, @Nullable String subject, byte[] body) {
        String source =
                instance == null ? "/evolution" : "/evolution/" + UriUtils.encode(instance, StandardCharsets.UTF_8);
        String id = EventId.of("webhook", source, sha256(body));
        return CloudEvents.headers(id, source, type, clock.instant(), subject);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_HEADER ? text : text.substring(0, LONGEST_HEADER) + "…";
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package groupwatch.ingest.receive;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.evolution.WebhookScanResult;
import groupwatch.kit.kafka.OutgoingRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
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

    /** Where the body is, when it is too large for a record. */
    static final String BODY = "groupwatch-body";

    private static final byte[] ELSEWHERE = {'{', '}'};

    /** Paths and addresses come from outside; headers are for reading. */
    private static final int LONGEST_HEADER = 300;

    private final Clock clock;

    RawRecords(Clock clock) {
        this.clock = clock;
    }

    OutgoingRecord of(WebhookScanResult.Webhook webhook, ReceivedBody received) {
        String sha256 = sha256(webhook.body(), received.claim());
        return new OutgoingRecord(
                webhook.route().topic(), webhook.route().key(), webhook.body(), headers(webhook, sha256));
    }

    /** Of a body that lies in the object store. */
    OutgoingRecord ofWhole(WebhookScanResult.Webhook webhook, String key, String sha256) {
        Map<String, String> headers = new HashMap<>(headers(webhook, sha256));
        headers.put(BODY, key);
        return new OutgoingRecord(webhook.route().topic(), webhook.route().key(), ELSEWHERE.clone(), headers);
    }

    OutgoingRecord of(WebhookScanResult.NotWebhook nothing, String reason, WebhookOrigin origin) {
        return quarantined(nothing, reason, origin, nothing.body(), headers(sha256(nothing.body(), null)));
    }

    OutgoingRecord ofWhole(
            WebhookScanResult.NotWebhook nothing, String reason, WebhookOrigin origin, String key, String sha256) {
        Map<String, String> headers = headers(sha256);
        headers.put(BODY, key);
        return quarantined(nothing, reason, origin, ELSEWHERE.clone(), headers);
    }

    private OutgoingRecord quarantined(
            WebhookScanResult.NotWebhook nothing,
            String reason,
            WebhookOrigin origin,
            byte[] body,
            Map<String, String> headers) {
        headers.put(REASON, reason);
        headers.put(DETAIL, shortened(nothing.detail()));
        headers.put(PATH, shortened(origin.path()));
        return new OutgoingRecord(Topics.RAW_QUARANTINE, shortened(origin.address()), body, headers);
    }

    private Map<String, String> headers(WebhookScanResult.Webhook webhook, String sha256) {
        return headers(webhook.instance(), "evolution." + webhook.event(), webhook.chat(), sha256);
    }

    private Map<String, String> headers(String sha256) {
        return new HashMap<>(headers(null, "evolution.quarantined", null, sha256));
    }

    private Map<String, String> headers(
            @Nullable String instance, String type, @Nullable String subject, String sha256) {
        String source =
                instance == null ? "/evolution" : "/evolution/" + UriUtils.encode(instance, StandardCharsets.UTF_8);
        String id = EventId.of("webhook", source, sha256);
        return CloudEvents.headers(id, source, type, clock.instant(), subject);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_HEADER ? text : text.substring(0, LONGEST_HEADER) + "…";
    }

    /** Without the claim, which is another each time the same webhook comes. */
    private static String sha256(byte[] body, @Nullable String claim) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int at = claim == null ? -1 : indexOf(body, claim.getBytes(StandardCharsets.US_ASCII));
            if (claim == null || at < 0) {
                digest.update(body);
            } else {
                digest.update(body, 0, at);
                digest.update(body, at + claim.length(), body.length - at - claim.length());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static int indexOf(byte[] body, byte[] part) {
        for (int at = 0; at <= body.length - part.length; at++) {
            if (body[at] == part[0] && Arrays.equals(body, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}

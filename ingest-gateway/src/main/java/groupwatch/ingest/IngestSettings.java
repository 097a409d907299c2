package groupwatch.ingest;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway takes in.
 *
 * @param secrets any of which opens the door, as header, bearer, path segment or key of Evolution's JWT; several during a rotation
 * @param jwtLeeway how long after its {@code exp} a JWT of Evolution is still taken: retries reuse the first one
 * @param allowedSources addresses or networks (CIDR) that may post; none named: all
 * @param dropDirectChats whether one-chat webhooks of direct chats are answered 200 and not written at all
 * @param maxBody largest file in a webhook, and largest webhook without its file
 * @param maxRecord largest that goes into a record, without its file; what is larger is kept in the object store
 * @param maxInFlight bytes received and not yet acknowledged, of all requests together; above, 503 at once
 */
@ConfigurationProperties("groupwatch.ingest")
public record IngestSettings(
        @DefaultValue List<String> secrets,
        @DefaultValue("30m") Duration jwtLeeway,
        @DefaultValue List<String> allowedSources,
        @DefaultValue("false") boolean dropDirectChats,
        @DefaultValue("100MB") DataSize maxBody,
        @DefaultValue("16MB") DataSize maxRecord,
        @DefaultValue("48MB") DataSize maxInFlight) {

    private static final int SHORTEST_SECRET = 8;

    public IngestSettings {
        secrets = secrets.stream().map(String::strip).toList();
        allowedSources = List.copyOf(allowedSources);
        if (secrets.isEmpty() || secrets.stream().anyMatch(secret -> secret.length() < SHORTEST_SECRET)) {
            throw new IllegalArgumentException("groupwatch.ingest.secrets takes one or more secrets of at least "
                    + SHORTEST_SECRET + " characters: whoever knows none of them cannot post webhooks");
        }
        if (jwtLeeway.isNegative()) {
            throw new IllegalArgumentException("groupwatch.ingest.jwt-leeway takes a time of zero or more, as 30m");
        }
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("groupwatch.ingest.max-body takes at least a byte, not " + maxBody);
        }
        if (maxRecord.toBytes() < 1
                || maxRecord.toBytes() > maxInFlight.toBytes()
                || maxInFlight.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("groupwatch.ingest.max-record (" + maxRecord
                    + ") takes at least a byte and at most groupwatch.ingest.max-in-flight (" + maxInFlight
                    + "), which takes less than 2GB");
        }
    }

    /** The most that {@link #maxBody} and {@link #maxRecord} allow as it is sent: of base64, four characters are three bytes. */
    public long longestBody() {
        return maxBody.toBytes() / 3 * 4 + 4 + maxRecord.toBytes();
    }

    /** Room a record takes beside its body: key, headers, the broker's own. */
    public DataSize topicRecord() {
        return DataSize.ofBytes(maxRecord.toBytes() + DataSize.ofKilobytes(64).toBytes());
    }

    /** Without the secrets, so that printing the settings gives none away. */
    @Override
    public String toString() {
        return "IngestSettings[secrets=" + secrets.size() + "]";
    }
}

package groupwatch.kit.objects;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * A bucket of an S3-compatible store.
 *
 * @param endpoint of the store; absent: Amazon's of that region
 * @param bucket exists already
 * @param accessKey absent, with {@code secretKey}: the SDK's own chain (environment, role of the machine)
 * @param pathStyle whether the bucket stands in the path and not in the host's name; most self-hosted stores want that
 * @param partSize above it, objects are uploaded in parts of this size; each upload holds one of them in memory
 * @param timeout longest one request may take before it is tried again, with a part on its way up; the whole call gets half as long again
 */
public record S3Settings(
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        String bucket,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("5MB") DataSize partSize,
        @DefaultValue("5s") Duration timeout) {

    /** S3 takes no smaller part but the last. */
    private static final DataSize SMALLEST_PART = DataSize.ofMegabytes(5);

    public S3Settings {
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalArgumentException("groupwatch.objects.s3.bucket takes the name of a bucket that exists");
        }
        if ((accessKey == null) != (secretKey == null)) {
            throw new IllegalArgumentException(
                    "groupwatch.objects.s3.access-key and groupwatch.objects.s3.secret-key are set together or not at all");
        }
        if (partSize.compareTo(SMALLEST_PART) < 0 || partSize.compareTo(DataSize.ofMegabytes(64)) > 0) {
            throw new IllegalArgumentException("groupwatch.objects.s3.part-size takes 5MB to 64MB, not " + partSize);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("groupwatch.objects.s3.timeout takes a time above zero, as 5s");
        }
    }

    /** With its second attempt. */
    Duration callTimeout() {
        return timeout.multipliedBy(3).dividedBy(2);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "S3Settings[endpoint=" + endpoint + ", region=" + region + ", bucket=" + bucket + "]";
    }
}

package groupwatch.kit.objects;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where objects are kept. All services that use objects need the same.
 *
 * @param kind a folder, or an S3-compatible store
 * @param folder where files are, when {@code kind} is {@code folder}
 * @param s3 where the bucket is, when {@code kind} is {@code s3}
 */
@ConfigurationProperties("groupwatch.objects")
public record ObjectSettings(
        @DefaultValue("folder") Kind kind,
        @Nullable Path folder,
        @Nullable S3Settings s3) {

    /** Kinds of store. */
    public enum Kind {
        FOLDER,
        S3
    }

    public ObjectSettings {
        if (kind == Kind.FOLDER && folder == null) {
            throw new IllegalArgumentException(
                    "groupwatch.objects.folder takes the folder where files are kept, the same for all"
                            + " services; or set groupwatch.objects.kind=s3");
        }
        if (kind == Kind.S3 && s3 == null) {
            throw new IllegalArgumentException(
                    "groupwatch.objects.kind=s3 takes groupwatch.objects.s3.bucket, and endpoint, region, access-key, secret-key");
        }
    }
}

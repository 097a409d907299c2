package groupwatch.kit.objects;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object store that the settings name. */
@AutoConfiguration
@EnableConfigurationProperties(ObjectSettings.class)
public class ObjectsAutoConfiguration {

    @Bean
    @ConditionalOnProperty(name = "groupwatch.objects.kind", havingValue = "folder", matchIfMissing = true)
    FolderObjectStore folderObjectStore(ObjectSettings settings, Clock clock) {
        Path folder = Objects.requireNonNull(settings.folder());
        return new FolderObjectStore(folder, clock);
    }

    /** Apart, so that a service without the SDK starts with a folder. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "groupwatch.objects.kind", havingValue = "s3")
    static class InBucket {

        @Bean
        S3ObjectStore s3ObjectStore(ObjectSettings settings, Clock clock) {
            S3Settings s3 = Objects.requireNonNull(settings.s3());
            return new S3ObjectStore(S3Clients.client(s3), S3Clients.presigner(s3), s3, clock);
        }
    }

    @Bean("objects")
    ObjectsHealth objectsHealth(ObjectStore objects) {
        return new ObjectsHealth(objects);
    }
}

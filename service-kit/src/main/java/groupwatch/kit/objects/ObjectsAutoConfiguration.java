package groupwatch.kit.objects;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

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

    @Bean("objects")
    ObjectsHealth objectsHealth(ObjectStore objects) {
        return new ObjectsHealth(objects);
    }
}

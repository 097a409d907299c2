package groupwatch.kit.evolution;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** The client of Evolution API. */
@AutoConfiguration
@EnableConfigurationProperties(EvolutionSettings.class)
public class EvolutionAutoConfiguration {

    @Bean
    EvolutionClient evolutionClient(EvolutionSettings settings, ReactorResourceFactory resources) {
        return new EvolutionClient(settings, resources);
    }
}

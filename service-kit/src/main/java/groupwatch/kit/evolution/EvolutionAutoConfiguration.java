package groupwatch.kit.evolution;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** The client of Evolution API. */
@AutoConfiguration
@EnableConfigurationProperties(EvolutionSettings.class)
public class EvolutionAutoConfiguration {

    @Bean
    EvolutionHttp evolutionHttp(EvolutionSettings settings, ReactorResourceFactory resources, Clock clock) {
        return new EvolutionHttp(settings, resources, clock);
    }

    @Bean
    InstanceGuards instanceGuards(EvolutionSettings settings) {
        return new InstanceGuards(settings);
    }

    @Bean
    EvolutionClient evolutionClient(EvolutionSettings settings, EvolutionHttp http, InstanceGuards guards) {
        return new EvolutionClient(settings, http, guards);
    }

    @Bean
    EvolutionApi evolutionApi(EvolutionSettings settings, EvolutionHttp http, InstanceGuards guards) {
        return new HttpEvolutionApi(settings, http, guards);
    }
}

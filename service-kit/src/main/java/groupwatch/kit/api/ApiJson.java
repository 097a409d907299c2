package groupwatch.kit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.MapperFeature;

/** The API writes the JSON of the topics: what is unknown is left out. Services import it by name. */
@Configuration(proxyBeanMethods = false)
public class ApiJson {

    @Bean
    JsonMapperBuilderCustomizer asOnTheTopics() {
        return mapper -> mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}

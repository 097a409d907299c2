package groupwatch.store.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.MapperFeature;

/** The API writes the JSON of the topics: what is unknown or empty is left out. */
@Configuration(proxyBeanMethods = false)
class ApiJson {

    private static final JsonInclude.Value FILLED =
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);

    @Bean
    JsonMapperBuilderCustomizer asOnTheTopics() {
        return mapper -> mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .withConfigOverride(List.class, override -> override.setInclude(FILLED));
    }
}

package groupwatch.summary.daily;

import groupwatch.summary.extract.ExtractiveSummary;
import groupwatch.summary.model.Models;
import groupwatch.summary.write.WriteSummary;
import groupwatch.summary.write.compose.ModelSummary;
import groupwatch.summary.write.compose.WriteSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who writes summaries: the model that is configured, else nobody's but the group's own words. */
@Configuration(proxyBeanMethods = false)
class WriterConfiguration {

    @Bean
    WriteSummary writeSummary(Models models, WriteSettings settings) {
        return models.forSummaries()
                .<WriteSummary>map(model -> new ModelSummary(model, settings))
                .orElseGet(ExtractiveSummary::new);
    }
}

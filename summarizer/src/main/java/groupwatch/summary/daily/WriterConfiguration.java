package groupwatch.summary.daily;

import groupwatch.summary.extract.ExtractiveSummary;
import groupwatch.summary.model.Models;
import groupwatch.summary.write.WriteSummary;
import groupwatch.summary.write.compose.Drafts;
import groupwatch.summary.write.compose.ModelSummary;
import groupwatch.summary.write.compose.WriteSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Who writes summaries: the model that is configured, else nobody but the group itself, which is also the last resort. */
@Configuration(proxyBeanMethods = false)
class WriterConfiguration {

    @Bean
    @Primary
    WriteSummary writeSummary(Models models, WriteSettings settings, Drafts drafts, ExtractiveSummary extractive) {
        return models.forSummaries()
                .<WriteSummary>map(model -> new ModelSummary(model, settings, drafts))
                .orElse(extractive);
    }

    @Bean
    ExtractiveSummary extractiveSummary() {
        return new ExtractiveSummary();
    }
}

package groupwatch.summary.write;

import groupwatch.summary.extract.ExtractiveSummary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who writes summaries. */
@Configuration(proxyBeanMethods = false)
class WriteConfiguration {

    @Bean
    WriteSummary writeSummary() {
        return new ExtractiveSummary();
    }
}

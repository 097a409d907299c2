package groupwatch.mailing;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.report.KeySettings;
import groupwatch.report.PublicUrl;
import groupwatch.report.ReportProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Settings, SMTP and Resend behind the service's own door and on its schema. */
@WebService
@SuiteSecured
@DatabaseBacked
@EnableScheduling
@Import(ApiJson.class)
@ComponentScan({"groupwatch.report.email", "groupwatch.report.mail", "groupwatch.report.api"})
@ConfigurationPropertiesScan({"groupwatch.report.email", "groupwatch.report.mail"})
@EnableConfigurationProperties({ReportProperties.class, KeySettings.class, PublicUrl.class})
class MailingApplication {

    @Bean
    ServiceDatabase serviceDatabase(ReportProperties properties) {
        return new ServiceDatabase("report", properties.database(), "jobs");
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    SuiteSecret suiteSecret(KeySettings settings) {
        return settings.secret();
    }
}

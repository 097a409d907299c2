package groupwatch.kit.security;

import groupwatch.kit.problem.ProblemAutoConfiguration;
import groupwatch.kit.problem.ProblemWriter;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The suite's tokens, made and checked. The chain is the service's: it knows which path needs which scope. */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@EnableConfigurationProperties(SecuritySettings.class)
public class SuiteSecurityAutoConfiguration {

    @Bean
    SuiteTokens suiteTokens(SecuritySettings settings, ObjectProvider<Clock> clock) {
        return new SuiteTokens(settings, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    SuiteSignatures suiteSignatures(SecuritySettings settings) {
        return new SuiteSignatures(settings);
    }

    @Bean
    SuiteSecurity suiteSecurity(SecuritySettings settings, ProblemWriter problems, ObjectProvider<Clock> clock) {
        SuiteProblems answers = new SuiteProblems(problems);
        return new SuiteSecurity(SuiteDecoder.of(settings, clock.getIfAvailable(Clock::systemUTC)), answers, answers);
    }
}

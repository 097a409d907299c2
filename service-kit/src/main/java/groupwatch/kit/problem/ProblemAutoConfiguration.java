package groupwatch.kit.problem;

import jakarta.validation.Validator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Problems instead of error pages. */
@AutoConfiguration(after = ValidationAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
public class ProblemAutoConfiguration {

    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    ProblemHandler problemHandler(ProblemWriter writer) {
        return new ProblemHandler(writer);
    }

    @Bean
    @ConditionalOnBean(Validator.class)
    ValidationWarmUp validationWarmUp(Validator validator) {
        return new ValidationWarmUp(validator);
    }
}

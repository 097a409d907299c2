package groupwatch.kit.service;

import groupwatch.kit.security.SuiteSecurityAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;

/**
 * Beside {@link WebService}: Spring Security and the suite's tokens. The service declares its chain with
 * {@link groupwatch.kit.security.SuiteSecurity}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ImportAutoConfiguration({ReactiveWebSecurityAutoConfiguration.class, SuiteSecurityAutoConfiguration.class})
public @interface SuiteSecured {}

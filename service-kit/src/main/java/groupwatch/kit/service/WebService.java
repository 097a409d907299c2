package groupwatch.kit.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * A service with an HTTP side, the Kafka edge, problems, metrics, tracing and health. Scans its own package; everything else comes by
 * list. Without {@link SuiteSecured} no security chain is in the way (the gateway checks one secret itself).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootConfiguration
@ComponentScan
public @interface WebService {}

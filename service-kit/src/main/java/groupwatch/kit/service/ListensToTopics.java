package groupwatch.kit.service;

import groupwatch.kit.kafka.ListenerAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/** Beside {@link WebService}: {@code @KafkaListener} methods, for work without order, such as recording a job. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ImportAutoConfiguration(ListenerAutoConfiguration.class)
public @interface ListensToTopics {}

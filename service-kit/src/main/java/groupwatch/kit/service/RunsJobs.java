package groupwatch.kit.service;

import groupwatch.kit.jobs.JobsAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Beside {@link DatabaseBacked}: jobs. The service names the folder {@code jobs} in its {@link groupwatch.kit.database.ServiceDatabase}, and
 * declares a {@link groupwatch.kit.jobs.JobHandler} for each kind.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ImportAutoConfiguration(JobsAutoConfiguration.class)
public @interface RunsJobs {}

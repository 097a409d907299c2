package groupwatch.kit.service;

import groupwatch.kit.database.DatabaseAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/** Beside {@link WebService}: PostgreSQL. The service declares a {@link groupwatch.kit.database.ServiceDatabase}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ImportAutoConfiguration(DatabaseAutoConfiguration.class)
public @interface DatabaseBacked {}

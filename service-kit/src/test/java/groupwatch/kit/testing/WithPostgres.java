package groupwatch.kit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test needs a real PostgreSQL: one server for all tests of this JVM, started by the first, and one empty database for each test
 * class, given as a {@link TestDatabase} parameter; static code asks {@link TestDatabase#create}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(ServerParameters.class)
public @interface WithPostgres {}

package groupwatch.kit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test needs a real broker: one for all tests of this JVM, started by the first. A {@link TestKafka} parameter gives it; static
 * code (dynamic properties) asks {@link TestKafka#shared()}. Topics are the test's own when named by {@link TestKafka#unique}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(ServerParameters.class)
public @interface WithKafka {}

package groupwatch.store.receive;

import groupwatch.kit.database.Poison;
import groupwatch.kit.kafka.OversizedRecordException;
import io.r2dbc.spi.R2dbcException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;

/** Which failures blame a record, and which only the moment. */
public final class Failures {

    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

    /** Some seconds; what then still collides is tried again as a new batch. */
    public static final Retry WHEN_TRANSACTIONS_COLLIDE = Retry.backoff(20, Duration.ofMillis(10))
            .maxBackoff(Duration.ofMillis(500))
            .filter(Failures::isCollision);

    private Failures() {}

    /** Two transactions were in each other's way: the same again will do. */
    static boolean isCollision(Throwable error) {
        return states(error).anyMatch(COLLISIONS::contains);
    }

    /** It fails again, always: some record is to blame, be it through a bug of ours. Everything else passes by. */
    public static boolean isPoison(Throwable error) {
        return Poison.blames(error) || causes(error).anyMatch(Failures::isBug);
    }

    private static boolean isBug(Throwable error) {
        return error instanceof OversizedRecordException
                || error instanceof JacksonException
                || error instanceof DateTimeException
                || error instanceof ArithmeticException
                || error instanceof NullPointerException
                || error instanceof ClassCastException
                || error instanceof ArrayStoreException
                || error instanceof IllegalArgumentException
                || error instanceof UnsupportedOperationException
                || error instanceof NoSuchElementException
                || error instanceof IndexOutOfBoundsException;
    }

    private static Stream<String> states(Throwable error) {
        return causes(error)
                .filter(R2dbcException.class::isInstance)
                .map(cause -> ((R2dbcException) cause).getSqlState())
                .filter(state -> state != null && state.length() == 5);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.<@Nullable Throwable>iterate(
                        error, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .flatMap(Stream::ofNullable)
                .limit(20);
    }
}

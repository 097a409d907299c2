package groupwatch.kit.database;

import groupwatch.kit.problem.ProblemException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Says that the database is away as what it is, 503 and worth another try, before errors become problems. */
class DatabaseAway implements WebExceptionHandler, Ordered {

    private static final int RETRY_AFTER_SECONDS = 5;

    /** No connection to be had, a connection lost, a statement that took too long. */
    private static final List<Class<? extends Throwable>> SIGNS = List.of(
            R2dbcNonTransientResourceException.class,
            R2dbcTransientException.class,
            R2dbcTimeoutException.class,
            TimeoutException.class,
            IOException.class);

    private final Migration migration;

    DatabaseAway(Migration migration) {
        this.migration = migration;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return Mono.error(isAway(error) ? away() : error);
    }

    private boolean isAway(Throwable error) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(error);
        return SIGNS.stream().anyMatch(sign -> sign.isInstance(cause) || sign.isInstance(error))
                || !migration.isDone() && error instanceof DataAccessException;
    }

    private static ProblemException away() {
        return ProblemException.unavailable("The database does not answer right now.", RETRY_AFTER_SECONDS);
    }

    /** Just before the one that writes problems. */
    @Override
    public int getOrder() {
        return -3;
    }
}

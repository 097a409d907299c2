package groupwatch.watchdog.order;

import groupwatch.kit.security.Caller;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down who saw or did what gives access to an account. */
@Component
public class Audit {

    private static final Logger log = LoggerFactory.getLogger("groupwatch.audit");

    private final DatabaseClient database;
    private final Clock clock;

    Audit(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Before it is done, so that nothing is done which is not written down.
     *
     * @param action a word, such as {@code qr-shown}
     */
    public Mono<Void> note(Caller caller, String account, String action) {
        return database.sql("INSERT INTO audit (at, caller, account, action) VALUES ($1, $2, $3, $4)")
                .bind(0, clock.instant())
                .bind(1, caller.subject())
                .bind(2, account)
                .bind(3, action)
                .then()
                .doOnSuccess(done -> log.atInfo()
                        .addKeyValue("caller", caller.subject())
                        .addKeyValue("account", account)
                        .log(action));
    }
}

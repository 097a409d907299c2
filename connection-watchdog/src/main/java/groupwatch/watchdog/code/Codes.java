package groupwatch.watchdog.code;

import groupwatch.kit.database.Binding;
import groupwatch.kit.database.Columns;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.secret.UnopenableException;
import groupwatch.watchdog.link.CodesToLink;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The codes that Evolution shows right now, sealed. */
@Repository
public class Codes implements CodesToLink {

    private static final String PURPOSE = "link-code";
    private static final String PAIRING_PURPOSE = "pairing-code";

    private static final String SHOWN = """
            INSERT INTO codes AS known (account, sealed_code, sealed_pairing, shown_at)
            SELECT id, $2, $3, $4 FROM accounts WHERE id = $1
            ON CONFLICT (account) DO UPDATE SET
                sealed_code = excluded.sealed_code, sealed_pairing = excluded.sealed_pairing, shown_at = excluded.shown_at
            WHERE known.shown_at <= excluded.shown_at
            """;

    private final DatabaseClient database;
    private final SuiteSecret secret;
    private final CodeProperties settings;
    private final Clock clock;

    Codes(DatabaseClient database, SuiteSecret secret, CodeProperties settings, Clock clock) {
        this.database = database;
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Evolution shows a code; it takes the place of the one before, unless that is newer.
     *
     * @param pairingCode when a number was given
     * @param at when it came to be shown
     */
    @Override
    public Mono<Void> shown(String account, String code, @Nullable String pairingCode, Instant at) {
        return Mono.defer(() -> {
            // by a clock that is ahead it would be good for too long
            Instant now = clock.instant();
            var insert = database.sql(SHOWN)
                    .bind(0, account)
                    .bind(1, secret.seal(PURPOSE, code))
                    .bind(3, at.isAfter(now) ? now : at);
            String pairing = pairingCode == null ? null : secret.seal(PAIRING_PURPOSE, pairingCode);
            return Binding.text(insert, 2, pairing).then();
        });
    }

    /** It shows none any more: the account is linked, logged out, or nobody scanned one for too long. */
    @Override
    public Mono<Void> over(String account, Instant at) {
        return database.sql("DELETE FROM codes WHERE account = $1 AND shown_at <= $2")
                .bind(0, account)
                .bind(1, at)
                .then();
    }

    /** Empty when there is none that is still good. */
    Mono<ShownCode> current(String account) {
        return database.sql(
                        "SELECT sealed_code, sealed_pairing, shown_at FROM codes WHERE account = $1 AND shown_at > $2")
                .bind(0, account)
                .bind(1, clock.instant().minus(settings.validFor()))
                .map(this::code)
                .one()
                // sealed before the key was changed
                .onErrorResume(UnopenableException.class, error -> Mono.empty());
    }

    /** Those that nobody has use of. */
    Mono<Void> forget() {
        return database.sql("DELETE FROM codes WHERE shown_at < $1")
                .bind(0, clock.instant().minus(settings.validFor()))
                .then();
    }

    private ShownCode code(Readable row) {
        String pairing = row.get("sealed_pairing", String.class);
        Instant shownAt = Columns.value(row, "shown_at", Instant.class);
        return new ShownCode(
                secret.open(PURPOSE, Columns.text(row, "sealed_code")),
                pairing == null ? null : ShownCode.inHalves(secret.open(PAIRING_PURPOSE, pairing)),
                shownAt,
                shownAt.plus(settings.validFor()));
    }
}

package groupwatch.report.email;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.report.mail.MailAddress;
import groupwatch.report.mail.Tls;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table {@code email_settings}: one row, or none. */
@Repository
class ChosenEmailRows {

    private final DatabaseClient database;
    private final Clock clock;

    ChosenEmailRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<ChosenEmail> find() {
        return database.sql("SELECT * FROM email_settings")
                .map(ChosenEmailRows::read)
                .one();
    }

    Mono<Void> write(ChosenEmail chosen) {
        MailAddress replyTo = chosen.replyTo();
        return database.sql("""
                INSERT INTO email_settings (host, port, username, sealed_password, tls, check_certificate, from_address, from_name, reply_to,
                    changed_at)
                VALUES (:host, :port, :user, :password, :tls, :check, :from, :fromName, :replyTo, :now)
                ON CONFLICT (one) DO UPDATE SET host = excluded.host, port = excluded.port, username = excluded.username,
                    sealed_password = excluded.sealed_password, tls = excluded.tls, check_certificate = excluded.check_certificate,
                    from_address = excluded.from_address, from_name = excluded.from_name, reply_to = excluded.reply_to,
                    changed_at = excluded.changed_at
                """)
                .bind("host", chosen.host())
                .bind("port", chosen.port())
                .bind("user", Parameter.fromOrEmpty(chosen.user(), String.class))
                .bind("password", Parameter.fromOrEmpty(chosen.sealedPassword(), String.class))
                .bind("tls", chosen.tls().word())
                .bind("check", chosen.checkCertificate())
                .bind("from", chosen.from().toString())
                .bind("fromName", chosen.fromName())
                .bind("replyTo", Parameter.fromOrEmpty(replyTo == null ? null : replyTo.toString(), String.class))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> remove() {
        return database.sql("DELETE FROM email_settings").fetch().rowsUpdated().then();
    }

    private static ChosenEmail read(Readable row) {
        String replyTo = row.get("reply_to", String.class);
        return new ChosenEmail(
                text(row, "host"),
                value(row, "port", Integer.class),
                row.get("username", String.class),
                row.get("sealed_password", String.class),
                Tls.of(text(row, "tls")).orElseThrow(),
                value(row, "check_certificate", Boolean.class),
                MailAddress.of(text(row, "from_address")),
                text(row, "from_name"),
                replyTo == null ? null : MailAddress.of(replyTo));
    }
}

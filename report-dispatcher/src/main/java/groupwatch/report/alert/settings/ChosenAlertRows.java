package groupwatch.report.alert.settings;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table {@code alert_settings}: one row, or none. */
@Repository
class ChosenAlertRows {

    private final DatabaseClient database;
    private final Clock clock;

    ChosenAlertRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<ChosenAlerts> find() {
        return database.sql("SELECT * FROM alert_settings")
                .map(ChosenAlertRows::read)
                .one();
    }

    Mono<Void> write(ChosenAlerts chosen) {
        return database.sql("""
                INSERT INTO alert_settings (recipients, after_seconds, language, zone, changed_at) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (one) DO UPDATE SET recipients = excluded.recipients, after_seconds = excluded.after_seconds,
                    language = excluded.language, zone = excluded.zone, changed_at = excluded.changed_at
                """)
                .bind(0, chosen.recipients().toArray(String[]::new))
                .bind(1, chosen.after().toSeconds())
                .bind(2, chosen.language().toLanguageTag())
                .bind(3, chosen.zone().getId())
                .bind(4, clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> remove() {
        return database.sql("DELETE FROM alert_settings").fetch().rowsUpdated().then();
    }

    private static ChosenAlerts read(Readable row) {
        return new ChosenAlerts(
                List.of(value(row, "recipients", String[].class)),
                Duration.ofSeconds(value(row, "after_seconds", Long.class)),
                Locale.forLanguageTag(text(row, "language")),
                ZoneId.of(text(row, "zone")));
    }
}

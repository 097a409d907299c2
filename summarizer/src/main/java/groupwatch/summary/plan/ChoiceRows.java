package groupwatch.summary.plan;

import static groupwatch.kit.database.Columns.text;

import groupwatch.summary.write.Length;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table {@code choices}. */
@Repository
class ChoiceRows {

    private final DatabaseClient database;
    private final Clock clock;

    ChoiceRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** {@link Choice#NONE} when nothing was chosen. */
    Mono<Choice> find(String group) {
        return database.sql("SELECT * FROM choices WHERE group_jid = $1")
                .bind(0, group)
                .map(ChoiceRows::read)
                .one()
                .defaultIfEmpty(Choice.NONE);
    }

    /** By group. */
    Mono<Map<String, Choice>> all() {
        return database.sql("SELECT * FROM choices")
                .map(row -> Map.entry(text(row, "group_jid"), read(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> write(String group, Choice choice) {
        List<LocalTime> alsoAt = choice.alsoAt();
        return database.sql("""
                INSERT INTO choices (group_jid, enabled, language, length, at, zone, min_messages, also_at, changed_at)
                VALUES (:group, :enabled, :language, :length, :at, :zone, :minMessages, :alsoAt, :now)
                ON CONFLICT (group_jid) DO UPDATE SET enabled = excluded.enabled, language = excluded.language, length = excluded.length,
                    at = excluded.at, zone = excluded.zone, min_messages = excluded.min_messages, also_at = excluded.also_at,
                    changed_at = excluded.changed_at
                """)
                .bind("group", group)
                .bind("enabled", Parameter.fromOrEmpty(choice.enabled(), Boolean.class))
                .bind("language", Parameter.fromOrEmpty(tag(choice.language()), String.class))
                .bind("length", Parameter.fromOrEmpty(word(choice.length()), String.class))
                .bind("at", Parameter.fromOrEmpty(choice.at(), LocalTime.class))
                .bind("zone", Parameter.fromOrEmpty(id(choice.zone()), String.class))
                .bind("minMessages", Parameter.fromOrEmpty(choice.minMessages(), Integer.class))
                .bind(
                        "alsoAt",
                        Parameter.fromOrEmpty(
                                alsoAt == null ? null : alsoAt.toArray(LocalTime[]::new), LocalTime[].class))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> remove(String group) {
        return database.sql("DELETE FROM choices WHERE group_jid = $1")
                .bind(0, group)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Choice read(Readable row) {
        String language = row.get("language", String.class);
        String length = row.get("length", String.class);
        String zone = row.get("zone", String.class);
        LocalTime[] alsoAt = row.get("also_at", LocalTime[].class);
        return new Choice(
                row.get("enabled", Boolean.class),
                language == null ? null : Locale.forLanguageTag(language),
                length == null ? null : Length.valueOf(length.toUpperCase(Locale.ROOT)),
                row.get("at", LocalTime.class),
                zone == null ? null : ZoneId.of(zone),
                row.get("min_messages", Integer.class),
                alsoAt == null ? null : List.of(alsoAt));
    }

    private static @Nullable String tag(@Nullable Locale language) {
        return language == null ? null : language.toLanguageTag();
    }

    private static @Nullable String word(@Nullable Length length) {
        return length == null ? null : length.word();
    }

    private static @Nullable String id(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}

package groupwatch.store.activity;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Messages that were stored before there was activity are counted from the migration on. */
@WithPostgres
class ActivityMigrationIT {

    private static final String MESSAGES = """
            INSERT INTO store.messages (scope, id, sent_at, chat, is_group, sender_phone, sender_lid, sender_name, from_me,
                type, content, content_rank, content_hash, source_topic, source_partition, source_offset)
            SELECT '1@g.us', 'M' || n, '2024-05-17T08:07:00Z'::timestamptz + n * interval '10 minutes', '1@g.us', true,
                '', '', '', false, 'text', '{}', 0, '', 't', 0, 0
            FROM generate_series(0, 5) n
            """;

    @Test
    void theMigrationMarksEveryQuarterThatHasMessages(TestDatabase database) throws SQLException {
        database.execute("""
                DO $$ BEGIN CREATE ROLE activity_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$""");
        migrate(database, "5");
        database.execute(MESSAGES);
        migrate(database, "latest");
        assertThat(ask(database, "SELECT count(*) FROM store.activity")).isEqualTo("0");
        assertThat(ask(database, """
                SELECT string_agg(to_char(quarter AT TIME ZONE 'UTC', 'HH24:MI') || '=' || messages, ' ' ORDER BY quarter)
                FROM store.activity_now""")).isEqualTo("08:00=1 08:15=2 08:30=1 08:45=2");
    }

    private static void migrate(TestDatabase database, String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations("classpath:db/store")
                .schemas("store")
                .placeholders(Map.of("role", "activity_reader"))
                .target(target)
                .load()
                .migrate();
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

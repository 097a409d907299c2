package groupwatch.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** One group with very many messages, made by the database itself: texts of 20 to 200 characters over 24 months. */
final class BigGroup {

    static final String JID = "120363000000009001@g.us";

    private static final String FILL = """
            SELECT store.ensure_message_month(m::date)
                FROM generate_series(now() - interval '25 months', now(), '1 month') m;
            INSERT INTO store.groups (group_jid, source) VALUES ('%1$s', 'bench') ON CONFLICT DO NOTHING;
            INSERT INTO store.message_keys (scope, id, chat, sent_at)
                SELECT '%1$s', '3EB0' || upper(substr(md5(i::text), 1, 16)) || i, '%1$s',
                    date_trunc('second', now() - interval '24 months' + (interval '24 months' / %2$d) * i)
                FROM generate_series(0, %2$d - 1) i;
            INSERT INTO store.messages (scope, id, sent_at, chat, is_group, sender_phone, sender_lid, sender_name, from_me,
                    type, text, content, content_rank, content_hash, source_topic, source_partition, source_offset)
                SELECT scope, id, sent_at, chat, true, '55119' || lpad((hashtext(id) & 255)::text, 8, '0')
                    || '@s.whatsapp.net', '', 'Person ' || (hashtext(id) & 255), false, 'text',
                    left(repeat('quem leva o material para a obra amanhã? 🌻 ', 5), 20 + (hashtext(id) & 127)),
                    '{"type": "text"}', 1, md5(id), 'bench', 0, 0
                FROM store.message_keys WHERE scope = '%1$s';
            INSERT INTO store.message_sightings (scope, id, instance, from_me, origin, source_topic, source_partition,
                    source_offset)
                SELECT scope, id, 'bench', false, 0, 'bench', 0, 0 FROM store.message_keys WHERE scope = '%1$s';
            """;

    private static final String COPY = """
            COPY (SELECT m.id, m.chat, m.sent_at, m.sender_phone, m.sender_name, m.from_me, m.type, m.text, m.content,
                    k.revision, s.instance
                FROM store.messages m JOIN store.message_keys k USING (scope, id)
                    JOIN store.message_sightings s USING (scope, id)
                WHERE m.chat = '%s' ORDER BY m.sent_at, m.id) TO STDOUT
            """.formatted(JID);

    private final SuiteProcess suite;

    BigGroup(SuiteProcess suite) {
        this.suite = suite;
    }

    void fill(int messages) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(FILL.formatted(JID, messages));
            statement.execute("VACUUM ANALYZE store.messages, store.message_keys, store.message_sightings");
        }
    }

    /** The yardstick: the same rows as PostgreSQL itself gives them out, to nowhere. */
    Download copy() throws SQLException, IOException {
        try (var connection = connect()) {
            var begin = System.nanoTime();
            var counted = new Counted();
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, counted);
            return new Download(rows, counted.bytes, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }

    private Connection connect() throws SQLException, IOException {
        var password =
                Files.readString(suite.data().resolve("postgres/password")).strip();
        return DriverManager.getConnection(suite.text("postgres"), "postgres", password);
    }
}

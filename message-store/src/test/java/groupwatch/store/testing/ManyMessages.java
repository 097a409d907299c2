package groupwatch.store.testing;

import groupwatch.kit.testing.TestDatabase;

/** Rows of many messages, made by the database itself: one a minute from the beginning of 2026 on, ids {@code M0000000}… */
public final class ManyMessages {

    private ManyMessages() {}

    /** @param length of each text */
    public static void fill(TestDatabase database, String group, int count, int length) {
        database.execute("SELECT store.ensure_message_month(m::date) FROM generate_series("
                + "'2026-01-01'::timestamptz, '2026-01-01'::timestamptz + interval '1 minute' * " + count
                + ", '1 month') m");
        database.execute("""
                INSERT INTO store.groups (group_jid, source) VALUES ('%1$s', 'test') ON CONFLICT DO NOTHING;
                INSERT INTO store.message_keys (scope, id, chat, sent_at)
                    SELECT '%1$s', 'M' || lpad(i::text, 7, '0'), '%1$s', '2026-01-01'::timestamptz + interval '1 minute' * i
                    FROM generate_series(0, %2$d - 1) i;
                INSERT INTO store.messages (scope, id, sent_at, chat, is_group, sender_phone, sender_lid, sender_name,
                        from_me, type, text, content, content_rank, content_hash, source_topic, source_partition,
                        source_offset)
                    SELECT scope, id, sent_at, chat, true, '551190000' || right(id, 4) || '@s.whatsapp.net', '', 'Ana',
                        false, CASE WHEN right(id, 2) = '00' THEN 'image' ELSE 'text' END,
                        rpad(id || ' says: ', %3$d, 'bom dia '), '{"type": "text"}', 1, md5(id), 'test', 0, 0
                    FROM store.message_keys WHERE scope = '%1$s';
                INSERT INTO store.message_sightings (scope, id, instance, from_me, origin, source_topic, source_partition,
                        source_offset)
                    SELECT scope, id, 'loja-norte', false, 0, 'test', 0, 0 FROM store.message_keys WHERE scope = '%1$s';
                """.formatted(group, count, length));
    }
}

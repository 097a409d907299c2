package groupwatch.store.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.message.Message;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a store contains: its rows without what depends on the order of arrival, and its messages as they are shown. */
public final class Contents {

    private static final List<String> TABLES = List.of(
            "message_keys",
            "messages",
            "message_sightings",
            "message_edits",
            "message_revokes",
            "reactions",
            "poll_votes",
            "receipts",
            "calls",
            "message_media",
            "identity_links",
            "names",
            "accounts",
            "groups",
            "group_instances",
            "group_attributes",
            "group_participants",
            "contacts",
            "contact_accounts",
            "chats",
            "activity");

    /** What passes, was chosen by somebody, or is a queue. */
    private static final List<String> OTHERS = List.of(
            "raw_events", "activity_dirty", "group_settings", "group_options", "retention_run", "search_languages");

    private static final String ROWS = """
            SELECT (to_jsonb(t) - '{revision,source,source_topic,source_partition,source_offset}'::text[])::text
            FROM store.%s t ORDER BY 1
            """;

    private Contents() {}

    /** The rows of each table. */
    public static Map<String, List<String>> rows(TestDatabase database) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                rows.put(table, texts(statement, ROWS.formatted(table)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The raw events' bodies. */
    public static List<String> raw(TestDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return texts(statement, "SELECT body FROM store.raw_events");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every message as JSON, by {@code scope id}; the revision is none. */
    public static Map<String, String> messages(TestStore store) {
        List<MessageKey> keys = keys(store.database());
        Map<String, String> messages = new TreeMap<>();
        Map<MessageKey, Message> loaded =
                store.get(MessageLoader.class).load(keys).block();
        if (loaded != null) {
            loaded.forEach((key, message) -> messages.put(
                    key.scope() + " " + key.id(),
                    EventCodec.mapper()
                            .writeValueAsString(message)
                            .replaceFirst("\"revision\":\\d+", "\"revision\":0")));
        }
        return messages;
    }

    public static List<MessageKey> keys(TestDatabase database) {
        List<MessageKey> keys = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT scope, id FROM store.messages ORDER BY 1, 2")) {
            while (rows.next()) {
                keys.add(new MessageKey(rows.getString(1), rows.getString(2)));
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties every table. */
    public static void empty(TestDatabase database) {
        database.execute("TRUNCATE "
                + Stream.concat(TABLES.stream(), OTHERS.stream())
                        .map(table -> "store." + table)
                        .collect(Collectors.joining(", ")));
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}

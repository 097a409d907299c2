package groupwatch.bench.history;

import groupwatch.bench.Verdict;
import groupwatch.bench.broker.ToldEvents;
import groupwatch.events.Topics;
import groupwatch.events.message.MessageStored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of an account's past: its rows, and what the topic tells of them. */
final class KeptFlood {

    private static final String SEEN = "SELECT count(*) FROM store.message_sightings WHERE instance = ?";

    /** One of a group is told by that account and perhaps by others too, and is one row. */
    private static final String ROWS = """
            SELECT m.id, count(*) FROM store.messages m
            WHERE EXISTS (SELECT FROM store.message_sightings s WHERE s.scope = m.scope AND s.id = m.id AND s.instance = ?)
            GROUP BY m.id
            """;

    private final Connection connection;
    private final String account;

    KeptFlood(Connection connection, String account) {
        this.connection = connection;
        this.account = account;
    }

    /** So many by now. */
    long count() {
        try (var statement = connection.prepareStatement(SEEN)) {
            statement.setString(1, account);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell how many there are", e);
        }
    }

    private Map<String, Integer> rows() throws SQLException {
        var counts = new HashMap<String, Integer>();
        try (var statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, account);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return counts;
    }

    /** @param told the ids that the phone told */
    void judge(Verdict verdict, Set<String> told, String bootstrapServers) throws SQLException {
        var rows = rows();
        var missing = told.stream().filter(id -> !rows.containsKey(id)).count();
        verdict.add(missing == 0, "nothing is lost", "%,d told, %,d missing".formatted(told.size(), missing));
        var doubled = rows.values().stream().filter(count -> count > 1).count();
        var others = rows.keySet().stream().filter(id -> !told.contains(id)).count();
        verdict.add(
                doubled == 0 && others == 0,
                "each is one row, and there are no others",
                "%,d rows, %,d doubled, %,d of others".formatted(rows.size(), doubled, others));
        var events = ToldEvents.ids(
                bootstrapServers,
                Topics.MESSAGES,
                event ->
                        event instanceof MessageStored stored ? stored.message().id() : "");
        var announced = new HashSet<>(events.keySet());
        announced.retainAll(told);
        var several = announced.stream()
                .filter(id -> events.getOrDefault(id, Set.of()).size() > 1)
                .count();
        verdict.add(
                announced.size() == told.size() && several == 0,
                "each is announced, always under the same event id",
                "%,d announced, %,d under several".formatted(announced.size(), several));
    }
}

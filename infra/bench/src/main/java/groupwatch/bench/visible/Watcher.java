package groupwatch.bench.visible;

import groupwatch.bench.load.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks PostgreSQL, again and again, which of the messages under way can be read by now. A message counts as visible when the answer that
 * has it is here, so the asking is part of the measured time.
 */
public final class Watcher implements Runnable {

    /** The oldest are asked for; what is beyond waits, and its time goes on. More would keep PostgreSQL busy with being asked. */
    private static final int MOST = 250;

    private static final long PAUSE_NANOS = 5_000_000;

    private static final String VISIBLE = """
            SELECT k.id FROM unnest(?::text[]) AS wanted(id) JOIN store.message_keys k USING (id)
                JOIN store.messages m ON m.scope = k.scope AND m.id = k.id AND m.sent_at = k.sent_at
            """;

    /** @param due when it should have been sent, which is before it was */
    private record Awaited(String id, long due) {}

    private final Connection connection;
    private final ConcurrentLinkedQueue<Awaited> added = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> awaited = new LinkedHashMap<>();
    private volatile Latencies times = new Latencies();
    private volatile boolean stopped;
    private volatile boolean forgetting;
    private volatile int open;

    public Watcher(Connection connection) {
        this.connection = connection;
    }

    public void await(String id, long due) {
        added.add(new Awaited(id, due));
    }

    /** Times of what is visible from now on. */
    public void begin(Latencies latencies) {
        times = latencies;
    }

    /** How many are not visible yet. */
    public int open() {
        return open + added.size();
    }

    /** Those that were refused will never be visible. */
    public void forget() {
        forgetting = true;
    }

    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try (var statement = connection.prepareStatement(VISIBLE)) {
            while (!stopped) {
                take();
                if (!awaited.isEmpty()) {
                    look(statement);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell what is visible", e);
        }
    }

    private void take() {
        if (forgetting) {
            awaited.clear();
            forgetting = false;
        }
        for (var next = added.poll(); next != null; next = added.poll()) {
            awaited.put(next.id, next.due);
        }
        open = awaited.size();
    }

    private void look(PreparedStatement statement) throws SQLException {
        var ids = first(awaited.keySet().iterator());
        statement.setArray(1, connection.createArrayOf("text", ids));
        try (var rows = statement.executeQuery()) {
            var now = System.nanoTime();
            while (rows.next()) {
                var due = awaited.remove(rows.getString(1));
                if (due != null) {
                    times.add(now - due);
                }
            }
        }
        open = awaited.size();
    }

    private static Object[] first(Iterator<String> ids) {
        var some = new ArrayList<String>();
        while (ids.hasNext() && some.size() < MOST) {
            some.add(ids.next());
        }
        return some.toArray();
    }
}

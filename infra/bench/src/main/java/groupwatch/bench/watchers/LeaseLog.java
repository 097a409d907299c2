package groupwatch.bench.watchers;

import groupwatch.servers.PostgresServer;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who held which account when, by a trigger on the watchdog's leases that writes down each change of them. */
final class LeaseLog {

    private static final String SET_UP = """
            CREATE SCHEMA bench;
            CREATE TABLE bench.leases (at timestamptz, account text, holder text, held_until timestamptz);
            CREATE FUNCTION bench.note() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO bench.leases VALUES (clock_timestamp(), NEW.account, NEW.holder, NEW.held_until);
                RETURN NULL;
            END $$;
            CREATE TRIGGER bench AFTER INSERT OR UPDATE ON watchdog.leases FOR EACH ROW EXECUTE FUNCTION bench.note();
            """;

    private static final String READ = """
            SELECT (extract(epoch FROM at) * 1000000)::bigint, account, holder, (extract(epoch FROM held_until) * 1000000)::bigint FROM bench.leases
            """;

    private final PostgresServer postgres;

    LeaseLog(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** As soon as the table is there. */
    boolean begin() {
        try (var connection = postgres.connect("groupwatch");
                var statement = connection.createStatement();
                var table = statement.executeQuery("SELECT to_regclass('watchdog.leases')")) {
            table.next();
            if (table.getString(1) == null) {
                return false;
            }
            connection.createStatement().execute(SET_UP);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Lease(String holder, long until) {}

    /** What the log says of these calls. */
    Known of(List<Call> calls) {
        var leases = read();
        return new Known(leases, names(leases, calls));
    }

    private Map<String, NavigableMap<Long, Lease>> read() {
        var leases = new HashMap<String, NavigableMap<Long, Lease>>();
        try (var connection = postgres.connect("groupwatch");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                leases.computeIfAbsent(rows.getString(2), account -> new TreeMap<>())
                        .put(rows.getLong(1), new Lease(rows.getString(3), rows.getLong(4)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return leases;
    }

    /** A holder's name is random; it belongs to the watcher that made nearly all calls while it held. */
    private static Map<String, String> names(Map<String, NavigableMap<Long, Lease>> leases, List<Call> calls) {
        var votes = new HashMap<String, Map<String, Integer>>();
        for (var call : calls) {
            var lease = at(leases, call);
            if (lease != null) {
                votes.computeIfAbsent(lease.holder(), holder -> new HashMap<>()).merge(call.watcher(), 1, Integer::sum);
            }
        }
        var names = new HashMap<String, String>();
        votes.forEach((holder, watchers) -> names.put(
                holder,
                watchers.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return names;
    }

    private static @Nullable Lease at(Map<String, NavigableMap<Long, Lease>> leases, Call call) {
        var ofAccount = leases.get(call.account());
        var last = ofAccount == null ? null : ofAccount.floorEntry(call.begun());
        return last == null || last.getValue().until() <= call.begun() ? null : last.getValue();
    }

    /** Leases of watchers. */
    record Known(Map<String, NavigableMap<Long, Lease>> leases, Map<String, String> names) {

        /** Whether its watcher held the account when it began. */
        boolean permits(Call call) {
            var lease = at(leases, call);
            return lease != null && call.watcher().equals(names.get(lease.holder()));
        }

        /** How many took an account, one after the other. */
        long takeOvers() {
            var number = 0L;
            for (var ofAccount : leases.values()) {
                var before = "";
                for (var lease : ofAccount.values()) {
                    number += lease.holder().equals(before) ? 0 : 1;
                    before = lease.holder();
                }
            }
            return number - leases.size();
        }
    }
}

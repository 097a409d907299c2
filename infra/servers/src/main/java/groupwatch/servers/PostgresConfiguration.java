package groupwatch.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's settings as arguments of its command line: small memory, loopback only, no Unix socket. */
final class PostgresConfiguration {

    private static final List<String> SMALL = List.of(
            "shared_buffers=48MB",
            "work_mem=8MB",
            "maintenance_work_mem=32MB",
            "autovacuum_work_mem=16MB",
            "wal_buffers=4MB",
            "max_wal_size=512MB",
            "max_locks_per_transaction=512", // a query over years of months locks each partition and its indexes
            "max_parallel_workers=2",
            "max_worker_processes=2",
            "autovacuum_worker_slots=2",
            "autovacuum_max_workers=2",
            "io_method=sync", // without three more processes
            "huge_pages=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_logical_replication_workers=0",
            "unix_socket_directories=",
            "listen_addresses=127.0.0.1",
            "password_encryption=scram-sha-256",
            "log_min_messages=warning",
            "log_statement=none",
            "log_min_error_statement=panic", // statements hold message text, which no log may
            "log_parameter_max_length_on_error=0",
            "log_error_verbosity=terse", // so do the details of an error
            "timezone=UTC",
            "log_timezone=UTC");

    private PostgresConfiguration() {}

    static List<String> arguments(PostgresSettings settings) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-D", settings.data().toString(), "-p", Integer.toString(settings.port())));
        Stream.of(SMALL, durability(settings.durability()), List.of("max_connections=" + settings.maxConnections()))
                .flatMap(List::stream)
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    private static List<String> durability(Durability durability) {
        return switch (durability) {
            case DURABLE -> List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
            case FAST -> List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");
        };
    }
}

package groupwatch.bench.gateway;

import groupwatch.bench.Webhooks;
import groupwatch.bench.process.CpuTime;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.ServiceProcess;
import groupwatch.bench.process.TemporaryFolder;
import groupwatch.ingest.IngestGatewayApplication;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The three that are compared, all running at the same time and used in turns. */
final class Contenders {

    private static final String TOKEN = "bench-webhook-token";

    final Receiver nullHandler;
    final Receiver insert;
    final Receiver gateway;
    final String postgresVersion;

    Contenders(Resources resources, Webhooks webhooks, int connections) throws SQLException {
        var folder = resources.add(TemporaryFolder.create()).path();
        var postgres = resources.add(PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres"))));
        var broker = resources.add(KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka"))));
        postgresVersion = prepare(postgres);

        var nothing = start(resources, NullHandler.class, folder);
        nullHandler = resources.add(receiver("null handler", nothing, webhooks, connections));

        var inserting = start(
                resources,
                InsertHandler.class,
                folder,
                "--postgres.port=" + postgres.port(),
                "--postgres.password=" + postgres.password());
        insert = resources.add(receiver("one INSERT each, then 200", inserting, webhooks, connections)
                .part("PostgreSQL", () -> CpuTime.ofTree(postgres.pid())));

        var taking = start(
                resources,
                IngestGatewayApplication.class,
                folder,
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=4",
                "--groupwatch.objects.folder=" + folder.resolve("objects"),
                "--groupwatch.ingest.secrets[0]=" + TOKEN);
        gateway = resources.add(receiver("gateway and broker", taking, webhooks, connections)
                .part("broker", () -> CpuTime.ofTree(broker.pid())));
    }

    List<Receiver> all() {
        return List.of(nullHandler, insert, gateway);
    }

    private static Receiver receiver(String name, ServiceProcess service, Webhooks webhooks, int connections) {
        return new Receiver(name, service.uri(), TOKEN, webhooks, connections)
                .part("services", () -> CpuTime.of(service.pid()));
    }

    private static ServiceProcess start(Resources resources, Class<?> main, Path folder, String... arguments) {
        var log = folder.resolve(main.getSimpleName() + ".log");
        return resources.add(ServiceProcess.start(main.getName(), List.of(arguments), log));
    }

    private static String prepare(PostgresServer postgres) throws SQLException {
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(InsertHandler.TABLE);
            var version = statement.executeQuery("SHOW server_version");
            version.next();
            return version.getString(1);
        }
    }
}

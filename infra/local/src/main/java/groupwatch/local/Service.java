package groupwatch.local;

import groupwatch.dashboard.DashboardApplication;
import groupwatch.ingest.IngestGatewayApplication;
import groupwatch.simulator.SimulatorApplication;
import groupwatch.store.MessageStoreApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of the suite, in the order of the flow, which is also the order in which they stop. */
enum Service {
    /** Only with the demo; it starts when the others are healthy. */
    SIMULATOR("simulator"),
    INGEST_GATEWAY("ingest-gateway"),
    MESSAGE_STORE("message-store"),
    DASHBOARD("dashboard");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    int port(Addresses addresses) {
        return switch (this) {
            case SIMULATOR -> addresses.simulator();
            case INGEST_GATEWAY -> addresses.gateway();
            case MESSAGE_STORE -> addresses.messageStore();
            case DASHBOARD -> addresses.api();
        };
    }

    ConfigurableApplicationContext run(String... arguments) {
        return switch (this) {
            case SIMULATOR -> SimulatorApplication.run(arguments);
            case INGEST_GATEWAY -> IngestGatewayApplication.run(arguments);
            case MESSAGE_STORE -> MessageStoreApplication.run(arguments);
            case DASHBOARD -> DashboardApplication.run(arguments);
        };
    }
}

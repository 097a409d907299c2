package groupwatch.local;

import groupwatch.dashboard.DashboardApplication;
import groupwatch.ingest.IngestGatewayApplication;
import groupwatch.media.MediaWorkerApplication;
import groupwatch.simulator.SimulatorApplication;
import groupwatch.store.MessageStoreApplication;
import groupwatch.summary.SummarizerApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of the suite, in the order of the flow, which is also the order in which they stop. */
enum Service {
    /** Only with the demo; it starts when the others are healthy. */
    SIMULATOR("simulator"),
    INGEST_GATEWAY("ingest-gateway"),
    MESSAGE_STORE("message-store", "store"),
    MEDIA_WORKER("media-worker", "media"),
    SUMMARIZER("summarizer", "summary"),
    DASHBOARD("dashboard");

    private final String title;
    private final @Nullable String schema;

    Service(String title) {
        this(title, null);
    }

    Service(String title, @Nullable String schema) {
        this.title = title;
        this.schema = schema;
    }

    String title() {
        return title;
    }

    /** Its part of the database, if it has one. */
    @Nullable
    String schema() {
        return schema;
    }

    int port(Addresses addresses) {
        return switch (this) {
            case SIMULATOR -> addresses.simulator();
            case INGEST_GATEWAY -> addresses.gateway();
            case MESSAGE_STORE -> addresses.messageStore();
            case MEDIA_WORKER -> addresses.mediaWorker();
            case SUMMARIZER -> addresses.summarizer();
            case DASHBOARD -> addresses.api();
        };
    }

    ConfigurableApplicationContext run(String... arguments) {
        return switch (this) {
            case SIMULATOR -> SimulatorApplication.run(arguments);
            case INGEST_GATEWAY -> IngestGatewayApplication.run(arguments);
            case MESSAGE_STORE -> MessageStoreApplication.run(arguments);
            case MEDIA_WORKER -> MediaWorkerApplication.run(arguments);
            case SUMMARIZER -> SummarizerApplication.run(arguments);
            case DASHBOARD -> DashboardApplication.run(arguments);
        };
    }
}

package groupwatch.local;

import groupwatch.dashboard.DashboardApplication;
import groupwatch.ingest.IngestGatewayApplication;
import groupwatch.mailbox.MailboxApplication;
import groupwatch.media.MediaWorkerApplication;
import groupwatch.report.ReportDispatcherApplication;
import groupwatch.simulator.SimulatorApplication;
import groupwatch.store.MessageStoreApplication;
import groupwatch.summary.SummarizerApplication;
import groupwatch.watchdog.ConnectionWatchdogApplication;
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
    REPORT_DISPATCHER("report-dispatcher", "report"),
    CONNECTION_WATCHDOG("connection-watchdog", "watchdog"),
    /** Unless the person has a mail server. */
    MAILBOX("mailbox"),
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

    /** Whether it takes part in what is running with these options. */
    boolean isWanted(SuiteOptions options) {
        return switch (this) {
            case SIMULATOR -> options.demo();
            case MAILBOX -> options.catchesMail();
            default -> true;
        };
    }

    int port(Addresses addresses) {
        return switch (this) {
            case SIMULATOR -> addresses.simulator();
            case INGEST_GATEWAY -> addresses.gateway();
            case MESSAGE_STORE -> addresses.messageStore();
            case MEDIA_WORKER -> addresses.mediaWorker();
            case SUMMARIZER -> addresses.summarizer();
            case REPORT_DISPATCHER -> addresses.reportDispatcher();
            case CONNECTION_WATCHDOG -> addresses.connectionWatchdog();
            case MAILBOX -> addresses.mailbox();
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
            case REPORT_DISPATCHER -> ReportDispatcherApplication.run(arguments);
            case CONNECTION_WATCHDOG -> ConnectionWatchdogApplication.run(arguments);
            case MAILBOX -> MailboxApplication.run(arguments);
            case DASHBOARD -> DashboardApplication.run(arguments);
        };
    }
}

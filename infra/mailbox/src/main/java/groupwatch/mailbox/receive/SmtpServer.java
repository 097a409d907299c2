package groupwatch.mailbox.receive;

import groupwatch.mailbox.MailboxSettings;
import groupwatch.mailbox.keep.MailFolder;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/** Listens for mails. A connection has a thread of its own, and there are only so many. */
@Component
public class SmtpServer implements SmartLifecycle {

    private static final int SILENCE_SECONDS = 60;
    private static final int MOST_RECIPIENTS = 1_000;
    /** The library takes some more connections, to tell them that there are too many. */
    private static final int TURNED_AWAY = 10;

    private final MailboxSettings settings;
    private final MailFolder folder;
    private volatile @Nullable SMTPServer server;

    SmtpServer(MailboxSettings settings, MailFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    @Override
    public void start() {
        var started = new SMTPServer.Builder()
                .bindAddress(address())
                .port(settings.smtp().port())
                .hostName("localhost")
                .softwareName("Groupwatch mailbox")
                .insertReceivedHeaders(false)
                .connectionTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                .maxConnections(settings.smtp().connections())
                .maxRecipients(MOST_RECIPIENTS)
                .maxMessageSize((int) settings.largest().toBytes())
                .executorService(threads())
                .serverThreadName("mailbox-smtp")
                .messageHandlerFactory(context -> new IncomingMail(folder))
                .build();
        started.start();
        server = started;
    }

    /** Where it listens, once it does. */
    public int port() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("It does not listen.");
        }
        return running.getPortAllocated();
    }

    @Override
    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(settings.smtp().address());
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("groupwatch.mailbox.smtp.address takes an address of this machine", e);
        }
    }

    /** The library names its threads after the connection, and shuts them down with the server. */
    private ExecutorService threads() {
        return new ThreadPoolExecutor(
                0,
                settings.smtp().connections() + TURNED_AWAY,
                SILENCE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>());
    }
}

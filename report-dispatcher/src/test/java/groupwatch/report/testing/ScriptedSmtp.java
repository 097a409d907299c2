package groupwatch.report.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server on this machine that fails as tests want it to:
 *
 * <pre>{@code
 * try (ScriptedSmtp server = ScriptedSmtp.start()) {
 *     server.next(Conversation.willing().answering(Moment.RCPT, "450 4.2.1 mailbox busy"), Conversation.willing());
 *     … host localhost, port server.port() …
 *     assertThat(server.mails()).hasSize(1);
 * }
 * }</pre>
 */
public final class ScriptedSmtp implements AutoCloseable {

    /** So little of a mail that is not read is taken in by the system. */
    private static final int BUFFER = 4096;

    private final ServerSocket server;
    private final Queue<Conversation> next = new ConcurrentLinkedQueue<>();
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Conversation usual = Conversation.willing();

    private ScriptedSmtp(ServerSocket server) {
        this.server = server;
    }

    /** Willing in every connection, until it is told otherwise. */
    public static ScriptedSmtp start() {
        try {
            ServerSocket server = new ServerSocket();
            server.setReceiveBufferSize(BUFFER);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ScriptedSmtp scripted = new ScriptedSmtp(server);
            Thread.ofVirtual().name("scripted-smtp").start(scripted::listen);
            return scripted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The next connections, in turn. */
    public ScriptedSmtp next(Conversation... conversations) {
        next.addAll(List.of(conversations));
        return this;
    }

    /** All connections for which nothing else was said. */
    public ScriptedSmtp always(Conversation conversation) {
        usual = conversation;
        return this;
    }

    /** What it has taken, also where it did not come to say so. */
    public List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    /** What was said to it in all connections, a line each, without content. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Conversation script = next.isEmpty() ? usual : next.remove();
                Thread.ofVirtual().name("scripted-smtp-connection").start(() -> talk(socket, script));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talk(Socket socket, Conversation script) {
        try (socket) {
            new ScriptedDialogue(socket, script, commands, mails).run();
        } catch (IOException | InterruptedException e) {
            // the other side went away, or the test is over
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : new ArrayList<>(open)) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

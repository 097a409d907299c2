package groupwatch.bench.reports;

import groupwatch.bench.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Takes every mail and counts it, in the time that mail servers take: most of it before the content, a little after it. After as many recipients as
 * it is allowed it is busy, and lets others wait before their content, until it is allowed more.
 */
final class MailServer implements AutoCloseable {

    private static final double SHORTEST_ANSWER = 0.005;
    private static final double LONGEST_ANSWER = 0.150;
    private static final int BACKLOG = 100;
    private static final double BUSY_PAUSE = 0.05;

    /** Nobody waits so long that they give up. */
    private static final double LONGEST_BUSY = 40;

    private final double latency;
    private final Random random;
    private final List<ServerSocket> servers = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, List<Taken>> taken = new ConcurrentHashMap<>();
    private volatile int allowed = Integer.MAX_VALUE;

    /** @param latency seconds at most that a recipient is thought about */
    MailServer(double latency, long seed) {
        this.latency = latency;
        this.random = new Random(seed);
    }

    /** Another port to hand mails over at. */
    MailPort open() {
        try {
            var server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            servers.add(server);
            var port = new MailPort(server.getLocalPort());
            Thread.ofVirtual().start(() -> listen(server, port));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ServerSocket server, MailPort port) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket, port));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talk(Socket socket, MailPort port) {
        port.begun();
        try (socket) {
            new MailDialogue(socket, port, this).run();
        } catch (IOException e) {
            // the replica is gone
        } finally {
            port.ended();
        }
    }

    void take(Taken mail) {
        taken.computeIfAbsent(mail.recipient(), recipient -> new CopyOnWriteArrayList<>())
                .add(mail);
    }

    /** Is busy after so many. */
    void allow(int recipients) {
        allowed = recipients;
    }

    /** Until a recipient is welcome. */
    void think() {
        Wait.seconds(random.nextDouble() * latency);
        for (var waited = 0.0; reached() >= allowed && waited < LONGEST_BUSY; waited += BUSY_PAUSE) {
            Wait.seconds(BUSY_PAUSE);
        }
    }

    /** Seconds between the end of a mail and the answer to it. */
    double answering() {
        return random.nextDouble(SHORTEST_ANSWER, LONGEST_ANSWER);
    }

    /** How many have got a mail. */
    int reached() {
        return taken.size();
    }

    /** By recipient, in the order in which they came. */
    Map<String, List<Taken>> taken() {
        return taken.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    @Override
    public void close() {
        for (var server : servers) {
            try {
                server.close();
            } catch (IOException e) {
                System.err.println("could not be ended: " + e);
            }
        }
    }
}

package groupwatch.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends requests over a number of connections, from the calling thread. Numbers go on from run to run, so that no message is sent twice.
 */
public final class HttpLoad implements AutoCloseable {

    /** Longest wait for the last answers of a run. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * What came of a run.
     *
     * @param accepted answers of 2xx, those after the last request included
     * @param others answers of another status, and connections that broke
     * @param times from request to answer; in an open run from the moment the request was due
     */
    public record Result(long accepted, long others, double seconds, Latencies times) {

        public double rate() {
            return accepted / seconds;
        }
    }

    private final Requests requests;
    private final AtomicLong next;
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private Latencies times = new Latencies();
    private long accepted;
    private long others;
    private long ends;
    private boolean closedLoop;

    public HttpLoad(URI server, Requests requests, AtomicLong next, int count) {
        this.requests = requests;
        this.next = next;
        try {
            selector = Selector.open();
            for (var i = 0; i < count; i++) {
                var address = new InetSocketAddress(server.getHost(), server.getPort());
                connections.add(new Connection(selector, address, requests.longest()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        idle.addAll(connections);
    }

    /** As many as are answered: every connection sends its next request when it has the answer to the last one. */
    public Result closed(Duration length) {
        return run(length, true, () -> {
            while (!idle.isEmpty()) {
                send(System.nanoTime());
            }
            while (System.nanoTime() < ends) {
                select(10);
            }
        });
    }

    /**
     * So many a second, answered or not: a request that waits for a free connection has its time counted from when it was due.
     *
     * @param sent hears the number of each and when it was due, before it is sent
     */
    public Result open(double perSecond, Duration length, Sent sent) {
        return run(length, false, () -> {
            var begin = System.nanoTime();
            var count = 0L;
            var due = begin;
            while (due < ends) {
                if (System.nanoTime() >= due && !idle.isEmpty()) {
                    sent.sent(next.get(), due);
                    send(due);
                    count++;
                    due = begin + (long) (count * 1e9 / perSecond);
                } else {
                    select(1);
                }
            }
        });
    }

    /** Hears of a request. */
    @FunctionalInterface
    public interface Sent {
        void sent(long number, long due);
    }

    @FunctionalInterface
    private interface Body {
        void run() throws IOException;
    }

    private Result run(Duration length, boolean closed, Body body) {
        times = new Latencies();
        accepted = 0;
        others = 0;
        closedLoop = closed;
        var begin = System.nanoTime();
        ends = begin + length.toNanos();
        try {
            body.run();
            while (idle.size() < connections.size() && System.nanoTime() < ends + PATIENCE.toNanos()) {
                select(10);
            }
            return new Result(accepted, others, (System.nanoTime() - begin) / 1e9, times);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(long since) throws IOException {
        var connection = idle.pop();
        connection.send(requests, next.getAndIncrement(), since);
    }

    private void select(int millis) throws IOException {
        selector.select(this::ready, millis);
    }

    private void ready(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable() && connection.read()) {
                answered(connection);
            }
        } catch (IOException broken) {
            replace(connection);
        }
    }

    private void answered(Connection connection) throws IOException {
        var now = System.nanoTime();
        times.add(now - connection.since());
        if (connection.status() / 100 == 2) {
            accepted++;
        } else {
            others++;
        }
        if (closedLoop && now < ends) {
            connection.send(requests, next.getAndIncrement(), now);
        } else {
            idle.add(connection);
        }
    }

    private void replace(Connection connection) {
        others++;
        try {
            connection.reopen();
            idle.add(connection);
        } catch (IOException e) {
            throw new UncheckedIOException("the server is gone", e);
        }
    }

    @Override
    public void close() {
        try {
            for (var connection : connections) {
                connection.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

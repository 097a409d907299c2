package groupwatch.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection that stays open, with one request under way at most. */
final class Connection {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final Selector selector;
    private final InetSocketAddress server;
    private final ByteBuffer out;
    private final Answer answer = new Answer(LARGEST_ANSWER);
    private SocketChannel channel;
    private SelectionKey key;
    private long number;
    private long since;

    Connection(Selector selector, InetSocketAddress server, int longestRequest) throws IOException {
        this.selector = selector;
        this.server = server;
        this.out = ByteBuffer.allocateDirect(longestRequest);
        this.channel = SocketChannel.open(server);
        this.key = register();
    }

    /** @param since from when its time counts */
    void send(Requests requests, long number, long since) throws IOException {
        this.number = number;
        this.since = since;
        requests.write(number, out);
        write();
    }

    void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Reads what is there; true when the answer is complete. */
    boolean read() throws IOException {
        return answer.read(channel);
    }

    /** A new one in the place of the broken one. */
    void reopen() throws IOException {
        close();
        answer.clear();
        channel = SocketChannel.open(server);
        key = register();
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }

    /** Of the answer that is complete. */
    int status() {
        return answer.status();
    }

    /** Of the request under way, or just answered. */
    long number() {
        return number;
    }

    long since() {
        return since;
    }

    private SelectionKey register() throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, this);
    }
}

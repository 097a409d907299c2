package groupwatch.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of 127.0.0.1. */
public final class FreePort {

    private static final int CONNECT_MILLIS = 500;
    private static final int FIRST = 20_000;
    private static final int OUTGOING = 32_768;
    private static final int ATTEMPTS = 1_000;

    private FreePort() {}

    /**
     * A port nobody listens on at the moment. Not one of those that the system gives to outgoing connections (Linux from 32768 on): one of them
     * could take it before its server starts.
     */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, OUTGOING);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerException("No free port was found between " + FIRST + " and " + OUTGOING + ".");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the servers do: sockets of a former life may linger
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The given port, or a free one for 0. */
    static int orFind(int port) {
        return port == 0 ? find() : port;
    }

    /** Whether something accepts connections there. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package groupwatch.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.ingest.RunningGateway;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithKafka;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Clients keep their connections: what follows a refused webhook on one is answered too. */
@WithKafka
class RefusedBodyIT {

    private static final int ROUNDS = 300;
    private static final String REFUSED = "POST /webhook/evolution HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n";
    private static final String NEXT = "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void doesNotStickItsConnection(TestKafka kafka) throws IOException {
        try (RunningGateway gateway = RunningGateway.start(kafka.bootstrapServers());
                Socket socket = connect(gateway)) {
            for (int round = 0; round < ROUNDS; round++) {
                send(socket, REFUSED);
                send(socket, "body");
                assertThat(answer(socket)).as("round %s", round).contains(" 401 ");
                send(socket, NEXT);
                assertThat(answer(socket)).as("round %s", round).startsWith("HTTP/1.1 404");
            }
        }
    }

    /** A body too large to be read for nothing: the answer says so, and the connection ends. */
    @Test
    void aLargeOneEndsItsConnection(TestKafka kafka) throws IOException {
        try (RunningGateway gateway = RunningGateway.start(kafka.bootstrapServers())) {
            for (String length : new String[] {"Content-Length: 1000000", "Transfer-Encoding: chunked"}) {
                try (Socket socket = connect(gateway)) {
                    send(socket, "POST /webhook/evolution HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n");
                    if (length.startsWith("Transfer")) {
                        send(socket, "14000\r\n" + "x".repeat(0x14000) + "\r\n");
                    }
                    assertThat(answer(socket)).as(length).contains(" 401 ").containsIgnoringCase("connection: close");
                    assertThat(socket.getInputStream().read()).as(length).isEqualTo(-1);
                }
            }
        }
    }

    private static Socket connect(RunningGateway gateway) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Status line and headers; the body, whose length they tell, is read away. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        String length = head.toString()
                .toLowerCase(Locale.ROOT)
                .split("content-length: ", 2)[1]
                .split("\r", 2)[0];
        in.readNBytes(Integer.parseInt(length));
        return head.toString();
    }
}

package groupwatch.kit.service;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.sample.SampleApplication;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A connection that a client keeps serves it as long as it likes. */
class KeepAliveTest {

    private static final int PATIENCE_MILLIS = 20_000;

    /** Reactor Netty up to 1.3.7 stopped reading then: the third request was never answered (its issue 4361). */
    @Test
    void aConnectionGoesOnAfterARequestThatCameBeforeTheOneBeforeItWasDone() throws IOException {
        try (var service = SampleApplication.start();
                var socket =
                        new Socket("127.0.0.1", port(service.getEnvironment().getProperty("local.server.port")))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String token = service.getBean(SuiteTokens.class).mint(Caller.service("test", Scopes.ALL));
            send(socket, request("/later", token) + request("/items", token));
            assertThat(status(answers)).isEqualTo(200);
            assertThat(status(answers)).isEqualTo(200);
            send(socket, request("/items", token));
            assertThat(status(answers)).isEqualTo(200);
        }
    }

    private static int port(String port) {
        return Integer.parseInt(port);
    }

    private static String request(String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Of the next answer, whose body is read to its end. */
    private static int status(BufferedReader answers) throws IOException {
        int status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (String header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            answers.read();
        }
        return status;
    }
}

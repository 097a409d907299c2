package groupwatch.store.export;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.store.testing.ManyMessages;
import groupwatch.store.testing.RunningStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Readers that are slow, readers that leave, and answers that break: seen from the other end of a socket. */
class BrokenOffIT {

    private static final String GROUP = "120363000000007451@g.us";
    private static final int COUNT = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static RunningStore store;

    /** 30,000 messages of 4 KB: far more than any socket buffers. */
    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        ManyMessages.fill(store.database(), GROUP, COUNT, 4_000);
    }

    @AfterEach
    void mend() {
        store.database().execute("GRANT SELECT ON store.message_edits TO groupwatch_store");
    }

    @Test
    void whoReadsSlowlySlowsTheWalkDown() throws IOException {
        double before = written();
        try (Socket reader = ask("ndjson")) {
            reader.getInputStream().readNBytes(100_000);
            await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(settled());
            assertThat(written() - before)
                    .as("messages written for a reader that waits")
                    .isLessThan(COUNT / 3.0);
        }
    }

    @Test
    void whatBreaksOnTheWayDoesNotLookWhole() throws IOException {
        for (String format : Set.of("ndjson", "csv")) {
            try (Socket reader = ask(format)) {
                InputStream in = reader.getInputStream();
                in.readNBytes(100_000);
                store.database().execute("REVOKE SELECT ON store.message_edits FROM groupwatch_store");
                String rest = rest(in);
                assertThat(rest).doesNotContain("M0029999").doesNotEndWith("\r\n0\r\n\r\n");
            }
            mend();
        }
        assertThat(whole()).contains("M0029999").endsWith("\r\n0\r\n\r\n");
    }

    @Test
    void onlySoManyRunAtOnceAndWhoLeavesGivesTheTurnBack() throws IOException {
        try (Socket one = ask("ndjson");
                Socket other = ask("csv")) {
            one.getInputStream().readNBytes(100);
            other.getInputStream().readNBytes(100);
            try (Socket third = ask("ndjson")) {
                String answer = new String(third.getInputStream().readNBytes(400), UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: 10");
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            try (Socket again = ask("ndjson")) {
                assertThat(new String(again.getInputStream().readNBytes(12), UTF_8))
                        .isEqualTo("HTTP/1.1 200");
            }
        });
    }

    private static String whole() throws IOException {
        try (Socket reader = ask("csv")) {
            return rest(reader.getInputStream());
        }
    }

    /** What still comes; a reset is an end too. */
    private static String rest(InputStream in) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(new String(buffer, 0, n, UTF_8));
                text.delete(0, Math.max(0, text.length() - 100_000));
            }
        } catch (IOException reset) {
            text.append("(reset)");
        }
        return text.toString();
    }

    private static Socket ask(String format) throws IOException {
        URI base = URI.create(store.base());
        String token = store.get(SuiteTokens.class).mint(new Caller("test", Set.of(MESSAGES_READ), null));
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream()
                .write(("GET /groups/" + GROUP + "/export?format=" + format + " HTTP/1.1\r\nHost: x\r\n"
                                + "Connection: close\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(UTF_8));
        return socket;
    }

    private static Callable<Boolean> settled() {
        AtomicLong last = new AtomicLong(-1);
        return () -> last.getAndSet((long) written()) == (long) written();
    }

    private static double written() {
        return store.get(MeterRegistry.class).find("groupwatch.store.exported").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}

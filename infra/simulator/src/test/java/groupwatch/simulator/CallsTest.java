package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import groupwatch.simulator.testing.Account;
import groupwatch.simulator.testing.RunningSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who asked what, and when. */
class CallsTest {

    private static RunningSimulator simulator;
    private static Account account;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start("groupwatch.simulator.calls.kept=5");
        account = Account.open(simulator);
    }

    @AfterAll
    static void stop() {
        account.close();
        simulator.close();
    }

    @BeforeEach
    void forget() {
        simulator.delete("/simulator/calls");
    }

    @Test
    void remembersWhoAskedWhatAndHowLongItTook() throws Exception {
        account.tell("faults", "{\"slow\": 0.2, \"calls\": 1}");
        ask("/instance/connectionState/" + account.name(), "replica-1");

        var call = calls(0).getFirst();

        assertThat(call.path("instance").stringValue()).isEqualTo(account.name());
        assertThat(call.path("method").stringValue()).isEqualTo("GET");
        assertThat(call.path("path").stringValue()).isEqualTo("/instance/connectionState/" + account.name());
        assertThat(call.path("watcher").stringValue()).isEqualTo("replica-1");
        assertThat(call.path("status").intValue()).isEqualTo(200);
        assertThat(call.path("ended").longValue() - call.path("begun").longValue())
                .isBetween(200_000L, 60_000_000L);
        assertThat(call.path("begun").longValue() / 1_000_000)
                .isCloseTo(System.currentTimeMillis() / 1000, org.assertj.core.data.Offset.offset(60L));
    }

    /** The client of this test asks again when nobody answers. */
    @Test
    void remembersErrorsAndCallsThatGotNoAnswer() {
        simulator.get("/instance/connectionState/nobody");
        account.tell("faults", "{\"down\": true}");
        assertThatThrownBy(() -> account.state()).hasCauseInstanceOf(IOException.class);
        simulator.delete("/simulator/" + account.name() + "/faults");

        await().untilAsserted(() -> assertThat(calls(0))
                .extracting(call -> call.path("status").intValue())
                .startsWith(404, 0)
                .containsOnly(404, 0));
    }

    @Test
    void forgetsTheOldestAndGoesOnFromWhereOneWas() {
        for (int i = 0; i < 7; i++) {
            account.state();
        }

        var kept = calls(0);
        assertThat(kept).hasSize(5);
        var last = kept.getLast().path("n").longValue();
        assertThat(calls(last)).isEmpty();
        account.state();
        assertThat(calls(last)).hasSize(1);
    }

    @Test
    void countsByPathWithoutWhatTheSimulatorWasAsked() {
        account.state();
        account.find("{}");
        account.status();
        account.row();
        simulator.get("/");

        var counts = simulator
                .get("/simulator/calls/counts?instance=" + account.name())
                .body();

        assertThat(counts.path("calls").intValue()).isEqualTo(3);
        assertThat(counts.path("paths").toString())
                .isEqualTo("{\"/chat/findMessages\":1,\"/instance/connectionState\":1,\"/instance/fetchInstances\":1}");
    }

    private static List<JsonNode> calls(long since) {
        return simulator
                .get("/simulator/calls?since=" + since)
                .body()
                .stringValue()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static void ask(String path, String watcher) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                    .header("apikey", RunningSimulator.KEY)
                    .header("X-Groupwatch-Watcher", watcher)
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}

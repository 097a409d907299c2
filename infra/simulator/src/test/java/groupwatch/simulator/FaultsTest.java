package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.simulator.testing.Account;
import groupwatch.simulator.testing.RunningSimulator;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A REST side that fails, for one instance or for all. */
class FaultsTest {

    private static RunningSimulator simulator;
    private Account account;
    private String state;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        account = Account.open(simulator);
        state = "/instance/connectionState/" + account.name();
    }

    @AfterEach
    void clear() {
        simulator.delete("/simulator/faults");
        account.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{\"status\":401,\"error\":\"Unauthorized\",\"response\":{\"message\":\"Unauthorized\"}}",
                "429|{\"status\":429,\"error\":\"Too Many Requests\",\"response\":{\"message\":[\"rate-overlimit\"]}}",
                "500|{\"status\":500,\"error\":\"Internal Server Error\",\"response\":{\"message\":\"Internal server error\"}}",
                "503|{\"status\":503,\"error\":\"Service Unavailable\",\"response\":{\"message\":[\"Service Unavailable\"]}}"
            })
    void answersWithTheErrorInEvolutionsShape(int status, String body) {
        simulator.post("/simulator/faults", "{\"status\": " + status + "}");

        var answer = simulator.get(state);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(JsonMapper.shared().readTree(body));
        assertThat(answer.headers().firstValue("X-Groupwatch-Simulator")).hasValue("true");
        assertThat(simulator.get("/simulator/" + account.name()).status())
                .as("the simulator's own are spared")
                .isEqualTo(200);
    }

    @Test
    void saysOfAnInstanceThatIsThereThatItIsNot() {
        account.tell("faults", "{\"status\": 404}");

        assertThat(simulator.get(state).body().toString())
                .isEqualTo("{\"status\":404,\"error\":\"Not Found\",\"response\":{\"message\":[\"The \\\""
                        + account.name() + "\\\" instance does not exist\"]}}");
    }

    @Test
    void limitsTheRateOfGroupsOnlyAndSaysWhenToComeBack() {
        account.tell("faults", "{\"status\": 429, \"path\": \"/group\", \"retryAfter\": 30}");

        var answer = simulator.get("/group/fetchAllGroups/" + account.name() + "?getParticipants=true");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.body().path("response").path("message").toString()).contains("rate-overlimit");
        assertThat(simulator.get(state).status()).isEqualTo(200);
    }

    @Test
    void failsSoManyCallsAndThenNoMore() {
        account.tell("faults", "{\"status\": 500, \"calls\": 2}");

        assertThat(simulator.get(state).status()).isEqualTo(500);
        assertThat(simulator.get(state).status()).isEqualTo(500);
        assertThat(simulator.get(state).status()).isEqualTo(200);
    }

    @Test
    void concernsOneInstanceAndNoOther() {
        try (var other = Account.open(simulator)) {
            account.tell("faults", "{\"status\": 503}");

            assertThat(simulator.get(state).status()).isEqualTo(503);
            assertThat(other.state()).isEqualTo("open");
            simulator.delete("/simulator/" + account.name() + "/faults");
            assertThat(simulator.get(state).status()).isEqualTo(200);
        }
    }

    @Test
    void takesItsTime() {
        account.tell("faults", "{\"slow\": 0.3}");
        var before = System.nanoTime();

        assertThat(simulator.get(state).status()).isEqualTo(200);

        assertThat(System.nanoTime() - before).isGreaterThan(300_000_000);
    }

    @Test
    void hangsUpWithoutAnAnswerWhileItIsDownAndIsBackAfterwards() {
        simulator.post("/simulator/faults", "{\"down\": true}");

        assertThatThrownBy(() -> simulator.get(state)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> simulator.get("/")).isInstanceOf(UncheckedIOException.class);
        assertThat(account.status().path("state").stringValue()).isEqualTo("open");

        assertThat(simulator.delete("/simulator/faults").status()).isEqualTo(202);
        assertThat(simulator.get(state).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoFaultAndWhoHasNotTheGlobalKey() {
        assertThat(simulator.post("/simulator/faults", "{\"status\": 418}").status())
                .isEqualTo(400);
        assertThat(simulator
                        .ask("POST", "/simulator/faults", "wrong", "{\"status\": 500}")
                        .status())
                .isEqualTo(401);
        assertThat(simulator.get(state).status()).isEqualTo(200);
    }

    @Test
    void aVersionThatNeedsALicenceAnswersNothingWithoutButWhatItIs() {
        try (var unlicensed = RunningSimulator.start(
                "groupwatch.simulator.version=2.4.0-rc2", "groupwatch.simulator.licensed=false")) {
            assertThat(unlicensed.get("/").body().path("version").stringValue()).isEqualTo("2.4.0-rc2");
            var refused = unlicensed.get("/instance/fetchInstances");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().toString()).contains("LICENSE_REQUIRED");
        }
    }

    @Test
    void anOlderVersionNeedsNone() {
        try (var older =
                RunningSimulator.start("groupwatch.simulator.version=2.3.4", "groupwatch.simulator.licensed=false")) {
            assertThat(older.get("/instance/fetchInstances").status()).isEqualTo(200);
            assertThat(older.get("/metrics").body().stringValue()).contains("version=\"2.3.4\"");
        }
    }
}

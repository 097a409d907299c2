package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.simulator.testing.Account;
import groupwatch.simulator.testing.Receiver;
import groupwatch.simulator.testing.RunningSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each state a link can be in: how it gets there, what is told of it, and how it leaves. An hour passes in a minute. */
class LinkStatesTest {

    private static RunningSimulator simulator;
    private Account account;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start(
                "groupwatch.simulator.clock.speed=60",
                "groupwatch.simulator.pairing.lifetime=3s",
                "groupwatch.simulator.pairing.limit=3");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        account = Account.open(simulator);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void aClosedLinkStaysClosedUntilSomebodyConnectsAndThenTakesUpItsSession() {
        account.tell("disconnect", "{\"kind\": \"close\", \"code\": 500}");

        await().until(() -> account.states().equals(List.of("close")));
        assertThat(account.receiver()
                        .of("connection.update")
                        .getFirst()
                        .json()
                        .path("data")
                        .path("statusReason")
                        .intValue())
                .isEqualTo(500);
        assertThat(account.state()).isEqualTo("close");
        assertThat(account.row().path("disconnectionReasonCode").intValue()).isEqualTo(500);
        assertThat(account.restart().path("message").stringValue()).isEqualTo("[object Object]");
        assertThat(account.state()).isEqualTo("close");

        assertThat(account.connect().path("count").intValue()).isZero();
        await().until(() -> account.states().equals(List.of("close", "connecting", "open")));
        assertThat(account.state()).isEqualTo("open");
        assertThat(account.row().path("disconnectionReasonCode").intValue())
                .as("the row keeps why it was closed")
                .isEqualTo(500);
        assertThat(account.receiver().of("qrcode.updated")).isEmpty();
    }

    @Test
    void whatHappensWhileItIsClosedIsToldAfterwards() {
        account.tell("disconnect", "{\"kind\": \"close\"}");
        account.tell("flood", "{\"messages\": 20}");
        assertThat(account.status().path("messages").intValue()).isZero();

        account.connect();

        await().until(() -> account.receiver().of("messages.upsert").size() == 20);
        assertThat(account.status().path("untold").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"close\", \"lost\": true}",
                "{\"kind\": \"stuck\", \"lost\": true}",
                "{\"kind\": \"drop\", \"seconds\": 86400, \"lost\": true}"
            })
    void orIsOnlyInItsStore(String disconnect) {
        account.tell("disconnect", disconnect);
        account.tell("flood", "{\"messages\": 20}");
        await().until(() -> account.status().path("messages").intValue() == 20);
        account.settle();

        if (disconnect.contains("drop")) {
            account.restart();
        } else {
            account.connect();
        }
        await().until(() -> account.state().equals("open"));

        account.tell("flood", "{\"messages\": 5, \"seed\": 2}");
        await().until(() -> account.receiver().of("messages.upsert").size() == 5);
        assertThat(account.find("{}").path("total").intValue()).isEqualTo(25);
        assertThat(account.status().path("untold").intValue()).isGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 403, 406})
    void aRestrictedAccountCanNeitherConnectNorBePairedUntilItIsPardoned(int code) {
        account.tell("disconnect", "{\"kind\": \"restricted\", \"code\": " + code + "}");

        await().until(() -> account.states().equals(List.of("close")));
        await().untilAsserted(() -> assertThat(account.receiver().all().stream().map(Receiver.Got::event))
                .containsExactlyInAnyOrder("status.instance", "logout.instance", "connection.update"));
        assertThat(account.row().path("disconnectionReasonCode").intValue()).isEqualTo(code);
        assertThat(account.connect().path("error").booleanValue()).isTrue();
        assertThat(account.connect().path("message").stringValue()).contains(Integer.toString(code));
        assertThat(account.tell("scan", "{\"scenario\": \"none\"}").status()).isEqualTo(400);

        account.tell("pardon", "{}");

        account.connect();
        await().until(() -> !account.receiver().of("qrcode.updated").isEmpty());
        account.tell("scan", "{\"scenario\": \"none\"}");
        await().until(() -> account.state().equals("open"));
    }

    @Test
    void aLinkThatIsStuckConnectsUntilItIsRestarted() {
        account.tell("disconnect", "{\"kind\": \"stuck\"}");
        await().until(() -> account.states().equals(List.of("connecting")));
        assertThat(account.state()).isEqualTo("connecting");

        account.restart();

        await().until(() -> account.states().equals(List.of("connecting", "connecting", "open")));
        assertThat(account.state()).isEqualTo("open");
    }

    @Test
    void orSomebodyConnectsIt() {
        account.tell("disconnect", "{\"kind\": \"stuck\"}");

        account.connect();

        await().until(() -> account.states().equals(List.of("connecting", "connecting", "open")));
    }

    @Test
    void connectingOneThatHasDroppedChangesNothing() {
        account.tell("disconnect", "{\"kind\": \"drop\", \"seconds\": 60}");

        assertThat(account.connect().path("count").intValue()).isZero();

        await().until(() -> account.states().equals(List.of("connecting", "open")));
        assertThat(account.receiver().of("qrcode.updated")).isEmpty();
    }

    @Test
    void anAccountWithAPasskeyCannotBeLinkedUntilItScansWithout() {
        account.tell("disconnect", "{\"kind\": \"logout\"}");
        account.connect();
        await().until(() -> !account.receiver().of("qrcode.updated").isEmpty());

        account.tell("scan", "{\"by\": \"passkey\"}");

        await().until(() -> account.states().getLast().equals("close"));
        assertThat(account.state()).isEqualTo("close");
        assertThat(account.connect().path("message").stringValue()).contains("passkey");

        account.tell("scan", "{\"scenario\": \"none\"}");
        await().until(() -> account.states().getLast().equals("open"));
        assertThat(account.status().path("refusal").isNull()).isTrue();
    }

    @Test
    void showsNoMoreCodesAfterTheLimitUntilSomebodyConnectsAnew() {
        account.tell("disconnect", "{\"kind\": \"logout\"}");
        account.connect();
        await().until(() -> account.state().equals("refused"));
        assertThat(account.restart().path("error").booleanValue()).isTrue();
        var shown = account.receiver().of("qrcode.updated").size();
        assertThat(shown).isEqualTo(4);

        account.connect();

        await().until(() -> account.receiver().of("qrcode.updated").size() == 2 * shown);
        assertThat(account.states()).containsExactly("close", "connecting", "refused", "connecting", "refused");
    }

    @Test
    void anInstanceVanishesWithoutAWord() {
        account.tell("vanish", "{}");

        assertThat(simulator.get("/instance/connectionState/" + account.name()).status())
                .isEqualTo(404);
        assertThat(simulator
                        .get("/instance/fetchInstances?instanceName=" + account.name())
                        .status())
                .isEqualTo(404);
        assertThat(account.receiver().all()).isEmpty();
    }

    @Test
    void aSilenceEndsByTheSimulatorsClock() {
        account.tell("silence", "{\"seconds\": 120}");
        assertThat(account.status().path("silent").booleanValue()).isTrue();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !account.status().path("silent").booleanValue());
    }

    @Test
    void webhooksAreTriedAgainByTheSimulatorsClockAndTellItsTime() {
        var tries = new AtomicInteger();
        account.receiver()
                .answer(got -> got.event().equals("messages.upsert") && tries.incrementAndGet() < 4 ? 500 : 200);

        account.tell("flood", "{\"messages\": 1, \"live\": true}");

        // 5, 10 and 20 seconds
        await().atMost(Duration.ofSeconds(20))
                .until(() -> account.receiver().of("messages.upsert").size() == 4);
        account.tell("flood", "{\"messages\": 1, \"live\": true}");
        await().until(() -> account.receiver().of("messages.upsert").size() == 5);
        var all = account.receiver().of("messages.upsert");
        var real = Duration.ofNanos(all.getLast().at() - all.getFirst().at());
        assertThat(Duration.between(told(all.getFirst()), told(all.getLast()))).isGreaterThan(real.multipliedBy(30));
        assertThat(all.getFirst().json().path("data").path("messageTimestamp").longValue())
                .isBetween(
                        told(all.getFirst()).getEpochSecond() - 60,
                        told(all.getFirst()).getEpochSecond());
    }

    private static Instant told(Receiver.Got got) {
        return Instant.parse(got.json().path("date_time").stringValue());
    }

    @Test
    void refusesWhatIsNoState() {
        assertThat(account.tell("disconnect", "{\"kind\": \"close\", \"code\": 401}")
                        .status())
                .isEqualTo(400);
        assertThat(account.tell("disconnect", "{\"kind\": \"restricted\", \"code\": 401}")
                        .status())
                .isEqualTo(400);
        assertThat(account.tell("disconnect", "{\"kind\": \"gone\"}").status()).isEqualTo(400);
        assertThat(account.state()).isEqualTo("open");
    }
}

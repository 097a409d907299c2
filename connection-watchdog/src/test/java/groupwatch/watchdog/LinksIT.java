package groupwatch.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.link.LinkState;
import groupwatch.events.link.LinkStatus;
import groupwatch.watchdog.testing.Chain;
import groupwatch.watchdog.testing.RunningSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Each state of a link as a user sees it: entered, acted on, left, and told to the topic. On the whole way of a message; several accounts at a
 * time, for most of it is waiting.
 */
@Execution(ExecutionMode.CONCURRENT)
class LinksIT {

    private static Chain chain;
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() {
        chain = Chain.start("--groupwatch.simulator.pairing.lifetime=2s", "--groupwatch.simulator.pairing.limit=3");
        simulator = chain.simulator();
        chain.watchdog(
                "--groupwatch.watchdog.accounts.limit=20",
                "--groupwatch.watchdog.link.check=1s",
                "--groupwatch.watchdog.link.first-pause=500ms",
                "--groupwatch.watchdog.link.away-pause=1s",
                "--groupwatch.watchdog.link.refused-pause=2s",
                "--groupwatch.watchdog.link.stuck=2s",
                "--groupwatch.watchdog.link.stable=2s",
                "--groupwatch.watchdog.liveness.quiet=5s",
                "--groupwatch.watchdog.liveness.look-every=5s");
    }

    @AfterAll
    static void stop() {
        chain.close();
    }

    @Test
    void anAccountIsMadeLinkedAndOpen() {
        add("first");
        awaitState("first", LinkStatus.NEW, "not-linked");
        chain.api()
                .get()
                .uri("/accounts/first/qrcode")
                .exchange()
                .expectStatus()
                .isOk();
        awaitState("first", LinkStatus.QR, "qr-shown");
        scan("first");
        awaitState("first", LinkStatus.OPEN, "open");
        assertThat(account("first").path("phone").asString()).isNotEmpty();
        assertThat(simulator.get("/webhook/find/first").path("enabled").asBoolean())
                .isTrue();
        await().untilAsserted(() ->
                assertThat(statesTold("first")).containsSubsequence(LinkStatus.NEW, LinkStatus.QR, LinkStatus.OPEN));
    }

    @Test
    void codesThatNobodyScansRunOutAndNoneIsShownUntilSomebodyAsks() {
        add("nobody");
        chain.api()
                .post()
                .uri("/accounts/nobody/reconnect")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        awaitState("nobody", LinkStatus.QR, "qr-shown");
        awaitState("nobody", LinkStatus.NEW, "codes-ran-out");
        long calls = simulator.calls("nobody", "/instance/connect");
        chain.api()
                .post()
                .uri("/accounts/nobody/check")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(simulator.calls("nobody", "/instance/connect")).isEqualTo(calls);
        chain.api()
                .post()
                .uri("/accounts/nobody/reconnect")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        awaitState("nobody", LinkStatus.QR, "qr-shown");
    }

    @Test
    void aCodeToBeTypedIsAStateOfItsOwn() {
        add("typed");
        chain.api()
                .post()
                .uri("/accounts/typed/pairing-code")
                .bodyValue(Map.of("phone", "+55 11 99999-0000"))
                .exchange()
                .expectStatus()
                .isOk();
        awaitState("typed", LinkStatus.PAIRING, "pairing-code-shown");
        scan("typed");
        awaitState("typed", LinkStatus.OPEN, "open");
    }

    @Test
    void aDropIsToldAndOver() {
        open("dropped");
        simulator.post("/simulator/dropped/disconnect", "{\"kind\": \"drop\", \"seconds\": 2}");
        await().untilAsserted(() -> assertThat(past("dropped")).contains("connecting"));
        awaitState("dropped", LinkStatus.OPEN, "open");
        JsonNode outage = account("dropped").path("outage");
        assertThat(outage.path("to").asString()).isNotEmpty();
        await().untilAsserted(() -> {
            assertThat(account("dropped").path("outage").path("filledIn").asLong(-1))
                    .isZero();
            LinkState last = chain.told("dropped").getLast();
            assertThat(last.link().outage().isSettled()).isTrue();
        });
    }

    @Test
    void aSessionThatIsGoodIsTakenUpAgain() {
        open("closed");
        simulator.post("/simulator/closed/disconnect", "{\"kind\": \"close\"}");
        await().untilAsserted(() -> assertThat(past("closed")).contains("closed"));
        awaitState("closed", LinkStatus.OPEN, "open");
        assertThat(simulator.calls("closed", "/instance/connect")).isPositive();
    }

    @Test
    void oneThatConnectsForEverIsRestarted() {
        open("stuck");
        simulator.post("/simulator/stuck/disconnect", "{\"kind\": \"stuck\"}");
        await().untilAsserted(() -> assertThat(past("stuck")).containsSubsequence("open", "connecting", "open"));
        assertThat(simulator.calls("stuck", "/instance/restart")).isPositive();
    }

    @Test
    void loggedOutOnThePhoneWaitsForAPerson() {
        open("out");
        simulator.post("/simulator/out/disconnect", "{\"kind\": \"logout\"}");
        awaitState("out", LinkStatus.LOGGED_OUT, "logged-out-on-phone");
        assertThat(account("out").path("advice").asString()).contains("QR");
        chain.api().get().uri("/accounts/out/qrcode").exchange().expectStatus().isOk();
        scan("out");
        awaitState("out", LinkStatus.OPEN, "open");
    }

    @Test
    void loggedOutHereSaysSo() {
        open("here");
        chain.api()
                .post()
                .uri("/accounts/here/logout")
                .exchange()
                .expectStatus()
                .isOk();
        awaitState("here", LinkStatus.LOGGED_OUT, "logged-out-by-us");
    }

    @Test
    void aRestrictionIsToldWithWhatToDo() {
        open("banned");
        simulator.post("/simulator/banned/disconnect", "{\"kind\": \"restricted\"}");
        awaitState("banned", LinkStatus.RESTRICTED, "restricted");
        assertThat(account("banned").path("advice").asString()).contains("phone");
        simulator.post("/simulator/banned/pardon", "{}");
        chain.api()
                .get()
                .uri("/accounts/banned/qrcode")
                .exchange()
                .expectStatus()
                .isOk();
        scan("banned");
        awaitState("banned", LinkStatus.OPEN, "open");
    }

    @Test
    void aPasskeyIsAskedFor() {
        add("passkey");
        chain.api()
                .post()
                .uri("/accounts/passkey/reconnect")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        awaitState("passkey", LinkStatus.QR, "qr-shown");
        simulator.post("/simulator/passkey/scan", "{\"scenario\": \"none\", \"by\": \"passkey\"}");
        chain.api()
                .post()
                .uri("/accounts/passkey/reconnect")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        awaitState("passkey", LinkStatus.PASSKEY_REQUIRED, "passkey-required");
        scan("passkey");
        awaitState("passkey", LinkStatus.OPEN, "open");
    }

    @Test
    void anInstanceThatIsGoneIsMadeAgain() {
        open("gone");
        simulator.post("/simulator/gone/vanish", "{}");
        awaitState("gone", LinkStatus.LOGGED_OUT, "recreated");
        assertThat(simulator.get("/webhook/find/gone").path("enabled").asBoolean())
                .isTrue();
    }

    @Test
    void aDeletedInstanceTakesItsAccountWithItAndIsNotMadeAgain() {
        open("deleted");
        long made = simulator.calls("deleted", "/instance/create");
        chain.api()
                .delete()
                .uri("/accounts/deleted?instance=delete")
                .exchange()
                .expectStatus()
                .isNoContent();
        chain.api().get().uri("/accounts/deleted").exchange().expectStatus().isNotFound();
        assertThat(simulator.calls("deleted", "/instance/delete")).isPositive();
        await().during(Duration.ofSeconds(3)).until(() -> simulator.calls("deleted", "/instance/create") == made);
    }

    @Test
    void anEvolutionThatIsAwayIsToldAndComesBack() {
        open("away");
        simulator.post("/simulator/away/faults", "{\"status\": 500}");
        awaitState("away", LinkStatus.GATEWAY_DOWN, "gateway-away");
        simulator.delete("/simulator/away/faults");
        awaitState("away", LinkStatus.OPEN, "open");
    }

    @Test
    void aKeyThatIsRefusedIsToldAndNotHammered() {
        open("key");
        simulator.post("/simulator/key/faults", "{\"status\": 401}");
        awaitState("key", LinkStatus.GATEWAY_DOWN, "key-refused");
        simulator.delete("/simulator/key/faults");
        awaitState("key", LinkStatus.OPEN, "open");
    }

    @Test
    void aLinkThatTellsNothingIsNoticedAndRestarted() {
        open("mute");
        simulator.post("/simulator/mute/silence", "{\"seconds\": 3600}");
        simulator.post("/simulator/mute/flood", "{\"messages\": 600, \"rate\": 2, \"live\": true}");
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(statesTold("mute"))
                        .containsSubsequence(LinkStatus.OPEN, LinkStatus.DEGRADED, LinkStatus.OPEN));
        assertThat(simulator.calls("mute", "/instance/restart")).isPositive();
    }

    private static void add(String name) {
        chain.api()
                .post()
                .uri("/accounts")
                .bodyValue(Map.of("name", name))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void open(String name) {
        add(name);
        chain.api()
                .get()
                .uri("/accounts/{id}/qrcode", name)
                .exchange()
                .expectStatus()
                .isOk();
        scan(name);
        awaitState(name, LinkStatus.OPEN, "open");
    }

    private static void scan(String name) {
        simulator.post("/simulator/" + name + "/scan", "{\"scenario\": \"none\"}");
    }

    private static void awaitState(String name, LinkStatus status, String cause) {
        await().untilAsserted(() -> {
            JsonNode account = account(name);
            assertThat(account.path("state").asString() + " "
                            + account.path("cause").asString())
                    .isEqualTo(status.wire() + " " + cause);
        });
    }

    private static JsonNode account(String name) {
        WebTestClient api = chain.api();
        return api.get()
                .uri("/accounts/{id}", name)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** States it came into, also those that another followed before they were told. */
    private static List<String> past(String name) {
        return chain.api()
                .get()
                .uri("/accounts/{id}/states", name)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("items")
                .valueStream()
                .map(state -> state.path("status").asString())
                .toList();
    }

    private static List<LinkStatus> statesTold(String name) {
        return chain.told(name).stream().map(state -> state.link().status()).toList();
    }
}

package groupwatch.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.watchdog.testing.Chain;
import groupwatch.watchdog.testing.RunningSimulator;
import groupwatch.watchdog.testing.Truth;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What did not come is found and fetched, on the whole way of a message. An hour of Evolution's passes in a minute. It takes minutes, so it is run
 * by hand: {@code mvn verify -pl connection-watchdog -am -Dit.test=LongGaps -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
class LongGaps {

    private static Chain chain;
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() {
        chain = Chain.start("--groupwatch.simulator.clock.speed=60", "--groupwatch.simulator.webhooks.pending=20000");
        simulator = chain.simulator();
        chain.watchdog(
                "--groupwatch.watchdog.link.check=1s",
                "--groupwatch.watchdog.link.first-pause=500ms",
                "--groupwatch.watchdog.liveness.quiet=3s",
                "--groupwatch.watchdog.liveness.look-every=3s",
                "--groupwatch.watchdog.resync.every=10s",
                "--groupwatch.watchdog.resync.overlap=3h",
                "--groupwatch.watchdog.resync.ahead=12h",
                "--groupwatch.watchdog.resync.pages-per-minute=3000");
    }

    @AfterAll
    static void stop() {
        chain.close();
    }

    @Test
    void anHourInWhichEachTwentiethWebhookIsLostAndTwoDisconnectionsLeaveNoGap() {
        open("lossy");
        simulator.post("/simulator/lossy/losses", "{\"percent\": 5, \"seed\": 7, \"seconds\": 3600, \"of\": \"all\"}");
        simulator.post(
                "/simulator/lossy/disorder",
                "{\"messages\": 900, \"rate\": 0.7, \"seed\": 11, \"live\": true, \"groups\": 6, \"changes\": 0.1, \"shuffle\": 20}");
        awaitMessages("lossy", 200);
        simulator.post("/simulator/lossy/disconnect", "{\"kind\": \"close\", \"lost\": true}");
        awaitMessages("lossy", 500);
        simulator.post("/simulator/lossy/disconnect", "{\"kind\": \"drop\", \"seconds\": 300, \"lost\": true}");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !status("lossy").path("flood").asBoolean());
        simulator.post("/simulator/lossy/losses", "{\"percent\": 0}");
        assertThat(status("lossy").path("lost").asLong()).isPositive();
        assertThat(status("lossy").path("untold").asLong()).isPositive();

        awaitWhole("lossy");
        await().untilAsserted(() -> {
            Map<Boolean, Long> counted = coverage("lossy");
            assertThat(counted.get(true)).as("filled in").isPositive();
            assertThat(counted.get(false)).as("missing").isZero();
        });
        assertThat(items("lossy").stream().anyMatch(item -> !item.path("down").isEmpty()))
                .isTrue();
    }

    /** Longer than Evolution tries again. */
    @Test
    void aGatewayThatIsAwayForHalfAnHourCostsNothing() {
        open("unheard");
        simulator.post(
                "/simulator/unheard/flood",
                "{\"messages\": 700, \"rate\": 0.3, \"seed\": 22, \"live\": true, \"groups\": 4, \"direct\": 0}");
        awaitMessages("unheard", 60);
        long before = status("unheard").path("messages").asLong();
        chain.stopGateway();
        try {
            // half an hour at this rate
            awaitMessages("unheard", before + 540);
            await().until(() ->
                    status("unheard").path("webhooks").path("givenUp").asLong() > 0);
        } finally {
            chain.restartGateway();
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !status("unheard").path("flood").asBoolean());
        awaitWhole("unheard");
    }

    private static void awaitMessages(String account, long number) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> status(account).path("messages").asLong() >= number);
    }

    /** All of Evolution's messages are in the message store: chats, ids, types, final texts, revoked marks. */
    private static void awaitWhole(String account) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    Map<String, Truth.Line> truth = Truth.ofGroups(simulator, account);
                    Set<String> chats = truth.keySet().stream()
                            .map(key -> key.substring(0, key.indexOf(' ')))
                            .collect(Collectors.toCollection(TreeSet::new));
                    Map<String, Truth.Line> stored = Truth.ofStore(chain.store(), chats);
                    assertThat(stored).hasSizeGreaterThan(100);
                    assertThat(Truth.differences(truth, stored)).isEmpty();
                });
    }

    private static void open(String name) {
        chain.api()
                .post()
                .uri("/accounts")
                .bodyValue(Map.of("name", name))
                .exchange()
                .expectStatus()
                .isCreated();
        chain.api()
                .get()
                .uri("/accounts/{id}/qrcode", name)
                .exchange()
                .expectStatus()
                .isOk();
        simulator.post("/simulator/" + name + "/scan", "{\"scenario\": \"none\"}");
        await().until(() -> account(name).path("state").asString().equals("open"));
    }

    private static JsonNode account(String name) {
        return body("/accounts/{id}", name);
    }

    private static JsonNode status(String account) {
        return simulator.get("/simulator/" + account);
    }

    /** By whether they were filled in. */
    private static Map<Boolean, Long> coverage(String account) {
        var items = items(account);
        return Map.of(
                true,
                        items.stream()
                                .mapToLong(item -> item.path("filledIn").asLong(0))
                                .sum(),
                false,
                        items.stream()
                                .mapToLong(item -> item.path("missing").asLong(0))
                                .sum());
    }

    private static List<JsonNode> items(String account) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return body("/coverage?limit=500&account={id}&from=" + today.minusDays(1) + "&to=" + today.plusDays(3), account)
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode body(String path, String account) {
        return chain.api()
                .get()
                .uri(path, account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}

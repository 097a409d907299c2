package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.simulator.testing.Account;
import groupwatch.simulator.testing.Receiver;
import groupwatch.simulator.testing.RunningSimulator;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The past of a phone, told at once. */
class HistoryTest {

    private static RunningSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start("groupwatch.simulator.store.messages=2500");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void isToldInChunksWithEveryMessageOnce() {
        try (var account = Account.open(simulator)) {
            var said = account.tell("history", "{\"messages\": 2050, \"chunk\": 100, \"end\": 1760000000}");
            assertThat(said.status()).isEqualTo(202);
            assertThat(said.body().path("chunks").intValue()).isEqualTo(21);
            account.settle();

            var chunks = account.receiver().of("messages.set").stream()
                    .map(Receiver.Got::json)
                    .toList();
            assertThat(chunks).hasSize(21);
            assertThat(chunks).allMatch(chunk -> chunk.path("data").isArray() && chunk.has("isLatest"));
            assertThat(chunks.stream().map(chunk -> chunk.path("progress").intValue()))
                    .contains(100)
                    .allMatch(progress -> progress > 0 && progress <= 100);
            var ids = new HashSet<String>();
            chunks.forEach(chunk -> chunk.path("data").forEach(message -> ids.add(id(message.path("key")))));
            assertThat(ids).hasSize(2050);
            assertThat(account.truth().stream().map(HistoryTest::id).collect(Collectors.toSet()))
                    .isEqualTo(ids);
        }
    }

    @Test
    void isNotInTheStoreWhenItIsNotToBe() {
        try (var account = Account.open(simulator)) {
            account.tell("history", "{\"messages\": 300, \"stored\": false}");
            await().until(() -> account.receiver().of("messages.set").size() == 1);

            assertThat(account.find("{}").path("total").intValue()).isZero();
        }
    }

    @Test
    void waitsForWhoeverTakesItSlowly() {
        try (var account = Account.open(simulator)) {
            account.receiver().answer(got -> got.event().equals("messages.set") ? Receiver.SILENCE : 200);
            account.tell("history", "{\"messages\": 2000, \"chunk\": 10, \"stored\": false}");

            await().until(() -> account.receiver().of("messages.set").size() == 4);
            assertThat(account.status().path("history").booleanValue()).isTrue();
            assertThat(account.receiver().of("messages.set")).hasSize(4);
            assertThat(account.status().path("webhooks").path("pending").intValue())
                    .isEqualTo(4);
        }
    }

    private static String id(JsonNode json) {
        return json.path("id").stringValue();
    }
}

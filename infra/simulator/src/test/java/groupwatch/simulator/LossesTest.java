package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.testing.Account;
import groupwatch.simulator.testing.Receiver;
import groupwatch.simulator.testing.RunningSimulator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Webhooks that never leave: the store has what they would have told, and the simulator counts them. */
class LossesTest {

    private static RunningSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void losesAboutSoManyOfTheMessagesAndNothingElse() {
        try (var account = Account.open(simulator)) {
            account.tell("losses", "{\"percent\": 20, \"seed\": 5}");
            account.tell("flood", "{\"messages\": 1000, \"end\": 1760000000}");
            account.settle();

            var told = told(account);
            assertThat(told).hasSizeBetween(740, 860);
            assertThat(account.status().path("lost").intValue()).isEqualTo(1000 - told.size());
            assertThat(account.receiver().of("chats.update")).hasSize(1000);
            assertThat(account.find("{\"offset\": 1}").path("total").intValue()).isEqualTo(1000);
            assertThat(account.truth()).hasSize(1000);
        }
    }

    @Test
    void losesTheSameForTheSameSeedAndOthersForAnother() {
        assertThat(told(7)).isEqualTo(told(7)).isNotEqualTo(told(8));
    }

    private static Set<String> told(int seed) {
        try (var account = Account.open(simulator)) {
            account.tell("losses", "{\"percent\": 50, \"seed\": " + seed + "}");
            account.tell("flood", "{\"messages\": 100, \"end\": 1760000000}");
            account.settle();
            return told(account);
        }
    }

    @Test
    void endsWithTheTimeThatWasSaidOrWithZeroPercent() {
        try (var account = Account.open(simulator)) {
            account.tell("losses", "{\"percent\": 100, \"of\": \"all\"}");
            account.tell("flood", "{\"messages\": 10}");
            account.settle();
            assertThat(account.receiver().all()).isEmpty();

            account.tell("losses", "{\"percent\": 0}");
            account.tell("flood", "{\"messages\": 10}");
            account.settle();
            assertThat(account.receiver().of("messages.upsert")).hasSize(10);

            account.tell("losses", "{\"percent\": 100, \"seconds\": 0}");
            account.tell("flood", "{\"messages\": 10}");
            account.settle();
            assertThat(account.receiver().of("messages.upsert")).hasSize(20);
        }
    }

    @Test
    void whatASilentLinkDoesNotTellIsCounted() {
        try (var account = Account.open(simulator)) {
            account.tell("silence", "{\"seconds\": 3600}");
            account.tell("flood", "{\"messages\": 10}");
            account.settle();

            assertThat(account.receiver().all()).isEmpty();
            assertThat(account.status().path("untold").intValue()).isGreaterThanOrEqualTo(30);
            assertThat(account.status().path("lost").intValue()).isZero();
            assertThat(account.find("{}").path("total").intValue()).isEqualTo(10);
        }
    }

    @Test
    void theTruthKnowsTheLastTextsAndWhatWasRevokedAlthoughItWasNotTold() {
        try (var whole = Account.open(simulator);
                var lossy = Account.open(simulator)) {
            lossy.tell("losses", "{\"percent\": 60}");
            for (var account : Set.of(whole, lossy)) {
                account.tell(
                        "disorder",
                        "{\"messages\": 400, \"changes\": 0.5, \"duplicates\": 0.1, \"seed\": 3, \"end\": 1760000000}");
                account.settle();
            }

            assertThat(lossy.status().path("lost").intValue()).isPositive();
            assertThat(new HashSet<>(lossy.truth())).isEqualTo(new HashSet<>(whole.truth()));
            assertThat(whole.truth())
                    .anyMatch(message -> message.path("revoked").booleanValue());
            var found = new HashSet<String>();
            lossy.find("{\"offset\": 1000000}")
                    .path("records")
                    .forEach(row -> found.add(row.path("key").path("id").stringValue()));
            assertThat(found)
                    .isEqualTo(lossy.truth().stream().map(LossesTest::id).collect(Collectors.toSet()));
        }
    }

    private static Set<String> told(Account account) {
        return account.receiver().of("messages.upsert").stream()
                .map(Receiver.Got::json)
                .map(told -> told.path("data").path("key").path("id").stringValue())
                .collect(Collectors.toSet());
    }

    private static String id(JsonNode truth) {
        return truth.path("id").stringValue();
    }
}

package groupwatch.alive;

import static groupwatch.alive.RunningAlive.account;
import static groupwatch.alive.RunningAlive.caller;
import static groupwatch.alive.RunningAlive.clock;
import static groupwatch.alive.RunningAlive.told;
import static org.awaitility.Awaitility.await;

import groupwatch.events.Topics;
import groupwatch.kit.security.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much of the past came, as a person asks for it. */
class HistoryIT {

    private static final String CHUNK = """
            {"isLatest":true,"progress":%d,"event":"messages.set","instance":"x","data":[{"key":{"id":"1"}},{"key":{"id":"2"}}],"date_time":"x"}""";

    @Test
    void countsEachChunkOnceAndEndsWhenNoMoreComes() {
        String account = account("flood");
        Instant begun = clock().instant();
        Map<String, String> second = Map.of("ce_id", "second-of-" + account);
        told(Topics.RAW_HISTORY, account, "messages.set", begun, CHUNK.formatted(35), Map.of());
        told(Topics.RAW_HISTORY, account, "messages.set", begun, CHUNK.formatted(60), second);
        told(Topics.RAW_HISTORY, account, "messages.set", begun, CHUNK.formatted(60), second);
        told(Topics.RAW_HISTORY, account, "messages.set", begun, "{}", Map.of("groupwatch-body", "bodies/1"));
        told(Topics.RAW_HISTORY, account, "messages.found", begun, CHUNK.formatted(90), Map.of());
        await().untilAsserted(() -> asked(account)
                .jsonPath("$.chunks")
                .isEqualTo(3)
                .jsonPath("$.messages")
                .isEqualTo(4)
                .jsonPath("$.uncountedChunks")
                .isEqualTo(1)
                .jsonPath("$.progress")
                .isEqualTo(60)
                .jsonPath("$.complete")
                .isEqualTo(false)
                .jsonPath("$.ended")
                .doesNotExist());
        clock().advance(Duration.ofMinutes(10));
        asked(account)
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.ended")
                .isEqualTo("WhatsApp gave no more.")
                .jsonPath("$.startedAt")
                .exists();
    }

    @Test
    void ofAnAccountWithoutAnyIsNothing() {
        asked(account("empty")).json("{\"messages\":0,\"chunks\":0,\"uncountedChunks\":0,\"complete\":false}");
    }

    @Test
    void isOfAccountsThatThereAre() {
        caller(Scopes.SUITE_READ)
                .get()
                .uri("/accounts/nobody/history")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec asked(String account) {
        return caller(Scopes.SUITE_READ)
                .get()
                .uri("/accounts/{id}/history", account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}

package groupwatch.watchdog.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.api.IdempotencyKey;
import groupwatch.kit.security.Scopes;
import groupwatch.watchdog.link.Signal;
import groupwatch.watchdog.link.Signals;
import groupwatch.watchdog.testing.RunningWatchdog;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Accounts over HTTP, where nobody has said where Evolution is. */
class AccountsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SERVER = "https://evolution-2.example.org";

    private final RunningWatchdog service = RunningWatchdog.shared();
    private final WebTestClient api = service.caller(Scopes.SUITE_READ, Scopes.SUITE_WRITE);

    @AfterEach
    void forget() {
        service.sql("DELETE FROM accounts WHERE id LIKE 'it-%'");
    }

    @Test
    void theSameRequestSentTwiceAddsOneAccount() {
        Map<String, Object> wanted = Map.of("name", "it-twice", "server", SERVER, "key", "one");
        add(wanted, "k-1").isCreated();
        add(wanted, "k-1").isCreated();
        add(Map.of("name", "it-twice", "server", SERVER, "key", "two"), "k-1").isEqualTo(409);
        add(wanted, "k-2").isEqualTo(409);
        add(wanted, null).isEqualTo(409);
    }

    @Test
    void aKeyThatIsSentBackAsItIsShownStaysWithItsServerOnly() {
        add(Map.of("name", "it-moved", "server", SERVER, "key", "one"), null).isCreated();
        String sealed = sealedKey("it-moved");
        change(Map.of("server", SERVER, "key", "********", "number", "+55 11 99999-0000"))
                .isOk();
        assertThat(sealedKey("it-moved")).isEqualTo(sealed);
        change(Map.of("server", "https://elsewhere.example.org", "key", "********"))
                .isBadRequest();
        assertThat(sealedKey("it-moved")).isEqualTo(sealed);
        change(Map.of("server", "https://elsewhere.example.org", "key", "two")).isOk();
        assertThat(sealedKey("it-moved")).isNotEqualTo(sealed).doesNotContain("two");
        assertThat(text("SELECT string_agg(action, ' ' ORDER BY id) FROM audit WHERE account = 'it-moved'"))
                .isEqualTo("account-added account-changed account-changed");
    }

    @Test
    void anOrderIsCarriedOutOnceForOneKey() {
        add(Map.of("name", "it-ordered"), null).isCreated();
        service.sql("""
                INSERT INTO orders (id, account, kind, asked_at, ended_at, idempotency_key)
                VALUES ('%s', 'it-ordered', 'check', now(), now(), 'k-3')
                """.formatted(UUID.randomUUID()));
        order("check").isOk();
        order("restart").isEqualTo(409);
        assertThat(text("SELECT count(*)::text FROM orders WHERE account = 'it-ordered'"))
                .isEqualTo("1");
    }

    @Test
    void thereIsNoAccountOfANameThatNoDatabaseTakes() {
        assertThat(service.get(Accounts.class).find("a\0b").blockOptional(PATIENCE))
                .isEmpty();
    }

    @Test
    void whatWasToldOfARemovedAccountIsNotHeldAgainstANewOne() {
        add(Map.of("name", "it-again"), null).isCreated();
        Signals signals = service.get(Signals.class);
        signals.keep("it-again", "event-1", Instant.now(), new Signal.LoggedOut())
                .block(PATIENCE);
        api.delete().uri("/accounts/it-again").exchange().expectStatus().isNoContent();
        assertThat(text("SELECT count(*)::text FROM signals WHERE account = 'it-again'"))
                .isEqualTo("0");
        await().untilAsserted(
                        () -> assertThat(text("SELECT count(*)::text FROM removed_accounts WHERE id = 'it-again'"))
                                .isEqualTo("0"));
    }

    private StatusAssertions add(Map<String, Object> wanted, @Nullable String key) {
        var request = api.post().uri("/accounts").bodyValue(wanted);
        return (key == null ? request : request.header(IdempotencyKey.HEADER, key))
                .exchange()
                .expectStatus();
    }

    private StatusAssertions change(Map<String, Object> wanted) {
        return api.put().uri("/accounts/it-moved").bodyValue(wanted).exchange().expectStatus();
    }

    private StatusAssertions order(String kind) {
        return api.post()
                .uri("/accounts/it-ordered/" + kind)
                .header(IdempotencyKey.HEADER, "k-3")
                .exchange()
                .expectStatus();
    }

    private String sealedKey(String account) {
        return text("SELECT sealed_key FROM accounts WHERE id = '" + account + "'");
    }

    private String text(String query) {
        return Objects.requireNonNull(service.get(DatabaseClient.class)
                .sql(query)
                .map(row -> row.get(0, String.class))
                .one()
                .block(PATIENCE));
    }
}

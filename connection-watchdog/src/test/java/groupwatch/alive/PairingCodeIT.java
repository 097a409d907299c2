package groupwatch.alive;

import static groupwatch.alive.CodeRig.CODE;
import static groupwatch.alive.CodeRig.admin;
import static groupwatch.alive.CodeRig.failing;
import static groupwatch.alive.CodeRig.showing;
import static groupwatch.alive.CodeRig.shown;
import static groupwatch.alive.RunningAlive.account;
import static groupwatch.alive.RunningAlive.linked;
import static groupwatch.alive.RunningAlive.value;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.link.LinkStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Codes to be typed on a phone, and the paths of the systems before, over HTTP. */
class PairingCodeIT {

    @Test
    void aPairingCodeIsGivenForANumber() {
        String account = account("pairing");
        try (ScriptedWatcher watcher = showing(account, "WZYEH1YY")) {
            pairing(account, "+55 11 99999-0000")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store")
                    .expectBody()
                    .jsonPath("$.pairingCode")
                    .isEqualTo("WZYE-H1YY")
                    .jsonPath("$.expiresAt")
                    .exists();
            assertThat(watcher.orders.getFirst().argument()).isEqualTo("5511999990000");
        }
        assertThat(value(
                        "SELECT string_agg(action, ', ' ORDER BY id) FROM audit WHERE account = '" + account + "'",
                        String.class))
                .isEqualTo("pairing-code-asked, pairing-code-shown");
    }

    @Test
    void aPairingCodeIsNotGivenTooOftenNorForNoNumber() {
        String account = account("often");
        pairing(account, "my phone").expectStatus().isBadRequest();
        try (ScriptedWatcher watcher = failing(account, "too-often", "Evolution answered 500, too often")) {
            pairing(account, "5511999990000")
                    .expectStatus()
                    .isEqualTo(429)
                    .expectBody()
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).contains("1 to 24 hours"));
            assertThat(watcher.orders).hasSize(1);
        }
    }

    @Test
    void olderPathsNameTheAccountWhereThereAreSeveral() {
        String account = account("older");
        account("older");
        linked(account, LinkStatus.OPEN);
        admin().get()
                .uri("/connection/status")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.accounts")
                .value(List.class, accounts -> assertThat(accounts).asList().contains(account));
        admin().get()
                .uri("/connection/status?account={id}", account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("READY")
                .jsonPath("$.status")
                .isEqualTo("open")
                .jsonPath("$.connected")
                .isEqualTo(true);
        admin().get()
                .uri("/status?account={id}", account)
                .exchange()
                .expectBody()
                .jsonPath("$.logged_in")
                .isEqualTo(true)
                .jsonPath("$.phone_number")
                .isEqualTo("5511999990000");
    }

    @Test
    void theOlderPathOfCodesAnswersJson() {
        String account = account("older");
        shown(account, CODE, null);
        admin().get()
                .uri("/connection/qrcode?account={id}", account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.code")
                .exists();
    }

    private static WebTestClient.ResponseSpec pairing(String account, String phone) {
        return admin().post()
                .uri("/accounts/{id}/pairing-code", account)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("phone", phone))
                .exchange();
    }
}

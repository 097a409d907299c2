package groupwatch.alive;

import static groupwatch.alive.CodeRig.CODE;
import static groupwatch.alive.CodeRig.PATIENCE;
import static groupwatch.alive.CodeRig.admin;
import static groupwatch.alive.CodeRig.failing;
import static groupwatch.alive.CodeRig.showing;
import static groupwatch.alive.CodeRig.shown;
import static groupwatch.alive.RunningAlive.account;
import static groupwatch.alive.RunningAlive.caller;
import static groupwatch.alive.RunningAlive.clock;
import static groupwatch.alive.RunningAlive.get;
import static groupwatch.alive.RunningAlive.linked;
import static groupwatch.alive.RunningAlive.value;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.security.Scopes;
import groupwatch.watchdog.code.Codes;
import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Codes over HTTP, with a watcher that has Evolution show them. */
class CodeIT {

    @Test
    void aCodeIsAskedForDrawnAndWrittenDown() throws IOException {
        String account = account("qr");
        try (ScriptedWatcher watcher = showing(account, null)) {
            byte[] png = Objects.requireNonNull(admin().get()
                    .uri("/accounts/{id}/qrcode", account)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(MediaType.IMAGE_PNG)
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store")
                    .expectBody()
                    .returnResult()
                    .getResponseBody());
            isTheCode(ImageIO.read(new ByteArrayInputStream(png)));
            assertThat(watcher.orders).hasSize(1);
            assertThat(watcher.orders.getFirst().argument()).isNull();
        }
        assertThat(value(
                        "SELECT string_agg(caller || ' ' || action, ', ' ORDER BY id) FROM audit WHERE account = '"
                                + account + "'",
                        String.class))
                .isEqualTo("ana qr-asked, ana qr-shown");
        assertThat(value("SELECT sealed_code FROM codes WHERE account = '" + account + "'", String.class))
                .startsWith("v1.")
                .doesNotContain("scan-me");
    }

    @Test
    void aCodeThatIsGoodIsShownInEachFormWithoutAskingAgain() {
        String account = account("forms");
        shown(account, CODE, "WZYEH1YY");
        admin().get()
                .uri("/accounts/{id}/qrcode?format=svg", account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/svg+xml")
                .expectBody(String.class)
                .value(svg -> assertThat(svg).startsWith("<svg"));
        admin().get()
                .uri("/accounts/{id}/qrcode", account)
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.code")
                .value(String.class, url -> assertThat(url).startsWith("data:image/png;base64,iVBOR"))
                .jsonPath("$.pairingCode")
                .isEqualTo("WZYE-H1YY")
                .jsonPath("$.expiresAt")
                .exists();
        assertThat(value("SELECT count(*) FROM orders WHERE account = '" + account + "'", Long.class))
                .isZero();
    }

    @Test
    void aCodeThatIsOverIsNotShown() {
        String account = account("over");
        shown(account, CODE, null);
        get(Codes.class).over(account, clock().instant()).block(PATIENCE);
        problem(account, 503, "has not shown a code yet");
        shown(account, CODE, null);
        clock().advance(Duration.ofSeconds(51));
        problem(account, 503, "has not shown a code yet");
    }

    @Test
    void anOlderCodeDoesNotTakeThePlaceOfANewerOne() {
        String account = account("order");
        shown(account, CODE, "NEWERONE");
        get(Codes.class)
                .shown(account, CODE, "OLDERONE", clock().instant().minusSeconds(20))
                .block(PATIENCE);
        admin().get()
                .uri("/accounts/{id}/qrcode?format=json", account)
                .exchange()
                .expectBody()
                .jsonPath("$.pairingCode")
                .isEqualTo("NEWE-RONE");
    }

    @Test
    void whatIsOverLateDoesNotTakeANewerCodeAway() {
        String account = account("late");
        shown(account, CODE, null);
        get(Codes.class).over(account, clock().instant().minusSeconds(20)).block(PATIENCE);
        admin().get()
                .uri("/accounts/{id}/qrcode?format=json", account)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void anAccountThatIsLinkedHasNone() {
        String account = account("linked");
        linked(account, LinkStatus.OPEN);
        problem(account, 409, "linked already");
    }

    @Test
    void saysWhyThereIsNone() {
        String account = account("refused");
        try (ScriptedWatcher watcher = failing(account, "restricted", "WhatsApp has restricted the account.")) {
            problem(account, 409, "WhatsApp has restricted the account.");
            assertThat(watcher.orders).hasSize(1);
        }
    }

    @Test
    void isForThoseWhoMayWriteAndForAccountsThatThereAre() {
        caller(Scopes.SUITE_READ)
                .get()
                .uri("/accounts/{id}/qrcode", account("closed"))
                .exchange()
                .expectStatus()
                .isForbidden();
        admin().get().uri("/accounts/nobody/qrcode").exchange().expectStatus().isNotFound();
    }

    private static void isTheCode(BufferedImage image) {
        QrCode modules = QrCode.encodeText(CODE, QrCode.Ecc.LOW);
        int scale = image.getWidth() / (modules.size + 8);
        for (int y = -4; y < modules.size + 4; y++) {
            for (int x = -4; x < modules.size + 4; x++) {
                int pixel = image.getRGB((x + 4) * scale + scale / 2, (y + 4) * scale + scale / 2);
                assertThat(pixel == 0xff000000).isEqualTo(modules.getModule(x, y));
            }
        }
    }

    private static void problem(String account, int status, String says) {
        admin().get()
                .uri("/accounts/{id}/qrcode", account)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(says));
    }
}

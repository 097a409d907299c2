package groupwatch.alive;

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
import groupwatch.watchdog.order.Orders;
import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Codes over HTTP, with a watcher that has Evolution show them. */
class CodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CODE = "2@scan-me,with-a-phone,and-nothing-else";
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

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
        assertThat(value("SELECT caller || ' ' || action FROM audit WHERE account = '" + account + "'", String.class))
                .isEqualTo("ana qr-shown");
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
        get(Codes.class).over(account).block(PATIENCE);
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
        assertThat(value("SELECT action FROM audit WHERE account = '" + account + "'", String.class))
                .isEqualTo("pairing-code-shown");
    }

    @Test
    void aPairingCodeIsNotGivenTooOftenNorForNoNumber() {
        String account = account("often");
        pairing(account, "my phone").expectStatus().isBadRequest();
        try (ScriptedWatcher watcher = failing(account, "rate-overlimit", "WhatsApp says rate-overlimit.")) {
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
    void aStreamShowsEachCodeAndEndsWhenTheAccountIsLinked() {
        String account = account("stream");
        shown(account, CODE, null);
        StepVerifier.create(stream(account))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("qr");
                    assertThat(Objects.requireNonNull(event.data())).containsKeys("svg", "expiresAt");
                })
                .then(() -> shown(account, CODE + "2", null))
                .assertNext(event -> assertThat(event.event()).isEqualTo("qr"))
                .then(() -> linked(account, LinkStatus.OPEN))
                .assertNext(event -> assertThat(event.event()).isEqualTo("open"))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(value("SELECT count(*) FROM audit WHERE account = '" + account + "'", Long.class))
                .isEqualTo(2);
    }

    @Test
    void aStreamEndsWhenThereIsNoCodeToBeHad() {
        String account = account("ended");
        try (ScriptedWatcher watcher = failing(account, "restricted", "WhatsApp has restricted the account.")) {
            StepVerifier.create(stream(account))
                    .assertNext(event -> {
                        assertThat(event.event()).isEqualTo("over");
                        assertThat(Objects.requireNonNull(event.data()).get("advice"))
                                .asString()
                                .contains("WhatsApp has restricted the account.");
                    })
                    .expectComplete()
                    .verify(PATIENCE);
            assertThat(watcher.orders).hasSize(1);
        }
    }

    @Test
    void noMoreThanSomeListenToAnAccount() {
        String account = account("crowd");
        shown(account, CODE, null);
        StepVerifier.create(Flux.zip(stream(account), stream(account)).next().flatMap(both -> status(account)))
                .expectNext(200)
                .expectComplete()
                .verify(PATIENCE);
        var first = stream(account).subscribe();
        var second = stream(account).subscribe();
        try {
            org.awaitility.Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(status(account).block(PATIENCE)).isEqualTo(429));
        } finally {
            first.dispose();
            second.dispose();
        }
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(status(account).block(PATIENCE)).isEqualTo(200));
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

    private static WebTestClient admin() {
        return caller(Scopes.SUITE_WRITE);
    }

    private static void shown(String account, String code, @Nullable String pairingCode) {
        get(Codes.class).shown(account, code, pairingCode, clock().instant()).block(PATIENCE);
    }

    private static ScriptedWatcher showing(String account, @Nullable String pairingCode) {
        return new ScriptedWatcher(
                account,
                order -> get(Orders.class)
                        .done(order)
                        .then(Mono.defer(() -> get(Codes.class).shown(account, CODE, pairingCode, clock().instant()))));
    }

    private static ScriptedWatcher failing(String account, String code, String message) {
        return new ScriptedWatcher(account, order -> get(Orders.class).failed(order, code, message));
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

    private static WebTestClient.ResponseSpec pairing(String account, String phone) {
        return admin().post()
                .uri("/accounts/{id}/pairing-code", account)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("phone", phone))
                .exchange();
    }

    private static Flux<ServerSentEvent<Map<String, Object>>> stream(String account) {
        return RunningAlive.web()
                .get()
                .uri("/accounts/{id}/qrcode/stream", account)
                .retrieve()
                .bodyToFlux(EVENT)
                .filter(event -> event.event() != null);
    }

    private static Mono<Integer> status(String account) {
        return RunningAlive.web()
                .get()
                .uri("/accounts/{id}/qrcode/stream", account)
                .exchangeToMono(answer -> answer.releaseBody()
                        .timeout(Duration.ofMillis(50), Mono.empty())
                        .thenReturn(answer.statusCode().value()));
    }
}

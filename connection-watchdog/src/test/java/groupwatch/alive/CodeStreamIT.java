package groupwatch.alive;

import static groupwatch.alive.CodeRig.CODE;
import static groupwatch.alive.CodeRig.PATIENCE;
import static groupwatch.alive.CodeRig.failing;
import static groupwatch.alive.CodeRig.shown;
import static groupwatch.alive.RunningAlive.account;
import static groupwatch.alive.RunningAlive.linked;
import static groupwatch.alive.RunningAlive.value;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.link.LinkStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Codes as a stream, over HTTP. */
class CodeStreamIT {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

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

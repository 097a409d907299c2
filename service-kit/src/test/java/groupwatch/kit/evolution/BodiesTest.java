package groupwatch.kit.evolution;

import static groupwatch.kit.evolution.ClientRig.failure;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.evolution.ClientRig.Settings;
import groupwatch.kit.evolution.EvolutionException.Kind;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class BodiesTest {

    private static final MessageQuery QUERY = new MessageQuery(null, null, null, 1, 50);
    private static final String PADDING = "x".repeat(64 * 1024);

    @Test
    void waitsNoLongerThanSaidForAnAnswer() {
        try (ClientRig rig = new ClientRig(Settings.USUAL.impatient())) {
            rig.evolution.answers(response -> Mono.never());

            assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.AWAY);
            assertThat(failure(rig.api.groups(rig.address)).kind()).isEqualTo(Kind.AWAY);
        }
    }

    @Test
    void leavesAnAnswerThatTrickles() {
        try (ClientRig rig = new ClientRig(Settings.USUAL.impatient())) {
            rig.evolution.answers(response -> response.send(
                    Flux.interval(Duration.ofMillis(50)).map(tick -> Unpooled.copiedBuffer(" ", US_ASCII)),
                    each -> true));

            assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.AWAY);
            assertThat(failure(rig.api.groups(rig.address)).kind()).isEqualTo(Kind.AWAY);
        }
    }

    @Test
    void noticesAnAnswerThatIsCut() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answers(response -> response.header("Content-Length", "1000")
                    .sendString(Flux.just("[{\"id\":\"1@g.us\"},{\"id\":\"2@g.us\"},", "{\"id"))
                    .then()
                    .doOnTerminate(() -> response.withConnection(
                            connection -> connection.channel().close())));

            StepVerifier.create(rig.api
                            .groups(rig.address)
                            .map(group -> group.path("id").stringValue()))
                    .expectNext("1@g.us", "2@g.us")
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    EvolutionException.class,
                                    failure -> assertThat(failure.kind()).isEqualTo(Kind.AWAY)))
                    .verify(ClientRig.PATIENCE);
            assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.AWAY);
        }
    }

    @Test
    void noticesJsonThatEndsTooSoon() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answers(200, "[{\"id\":\"1@g.us\"},{\"id\":\"2@g");

            assertThat(failure(rig.api.groups(rig.address)).kind()).isEqualTo(Kind.AWAY);
        }
    }

    @Test
    void leavesAnAnswerThatHasNoEnd() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answers(response -> response.sendString(Flux.just("{\"id\":\"1@g.us\",\"x\":\"")
                    .concatWith(Flux.just(PADDING).repeat())));

            assertThat(failure(rig.api.state(rig.address)))
                    .hasMessage("Evolution's answer is longer than it can be")
                    .extracting(EvolutionException::kind)
                    .isEqualTo(Kind.AWAY);
            assertThat(failure(rig.api.groups(rig.address)))
                    .as("one group")
                    .hasMessage("Evolution's answer is longer than it can be");
            assertThat(failure(rig.api.messages(rig.address, QUERY)))
                    .hasMessage("A page of 50 messages of Evolution has more than 32 MB: ask for smaller ones")
                    .extracting(EvolutionException::kind)
                    .isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    void takesGroupsOnlyAsTheyAreAskedFor() {
        try (ClientRig rig = new ClientRig()) {
            AtomicLong made = new AtomicLong();
            rig.evolution.answers(response -> response.sendString(Flux.just("[")
                    .concatWith(Flux.<String>generate(sink -> sink.next(
                            "{\"id\":\"" + made.incrementAndGet() + "@g.us\",\"desc\":\"" + PADDING + "\"},")))));
            BaseSubscriber<JsonNode> slow = new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                    request(1);
                }
            };
            Flux<JsonNode> groups = rig.api.groups(rig.address);

            groups.take(2000).count().block(ClientRig.PATIENCE);
            assertThat(made.get()).as("far more than is held anywhere").isGreaterThanOrEqualTo(2000);

            made.set(0);
            groups.subscribe(slow);
            org.awaitility.Awaitility.await().until(() -> made.get() > 0);
            org.awaitility.Awaitility.await().during(Duration.ofMillis(700)).until(() -> made.get() < 500);
            slow.cancel();
        }
    }
}

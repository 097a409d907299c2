package groupwatch.watchdog.setup;

import static groupwatch.watchdog.setup.SetupRig.PATIENCE;
import static groupwatch.watchdog.setup.SetupRig.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.link.Link;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.kit.evolution.InstanceOptions;
import groupwatch.kit.evolution.InstanceWebhook;
import groupwatch.watchdog.link.SetUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class EnsureInstanceIT {

    private static final SetupRig RIG = new SetupRig();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final InstanceOptions OPTIONS = new InstanceOptions(false, "", false, false, false, false, false);

    private final SpokenTo evolution = new SpokenTo(RIG.api());
    private final EnsureInstance setup = RIG.setup();
    private final Watched watched = RIG.watched("shop-" + NUMBER.incrementAndGet(), false, evolution);

    @AfterAll
    static void stop() {
        RIG.close();
    }

    @Test
    void makesAnInstanceThatTellsUsFromTheFirstEventOn() {
        RIG.told.clear();

        SetUp made = done(setup, watched);

        assertThat(made.created()).isTrue();
        assertThat(made.repaired()).isEmpty();
        assertThat(made.warnings()).isEmpty();
        assertThat(made.version()).isEqualTo("2.3.7");
        assertThat(made.state()).isEqualTo("close");
        assertThat(made.row().name()).isEqualTo(watched.account().id());
        assertThat(webhook().events())
                .contains("MESSAGES_SET", "CONNECTION_UPDATE")
                .hasSize(23);
        Awaitility.await()
                .untilAsserted(() -> assertThat(RIG.told).contains("/webhook/evolution Bearer " + SetupRig.SECRET));
        assertThat(done(setup, watched).created()).isFalse();
    }

    @Test
    void asksFourSmallThingsWhereAllIsRight() {
        done(setup, watched);
        evolution.forget();

        SetUp again = done(setup, watched);

        assertThat(evolution.calls()).containsExactly("state", "instance", "webhook", "options");
        assertThat(again.repaired()).isEmpty();
        assertThat(again.version()).isEqualTo("2.3.7");
    }

    @Test
    void adoptsALinkedInstanceWithoutTouchingItsLink() {
        InstanceWebhook theirs = new InstanceWebhook(
                true, RIG.gateway().gatewayUrl() + "/other", true, false, Map.of("X-Theirs", "kept"), List.of("CALL"));
        create(theirs, new InstanceOptions(true, "No calls.", true, true, true, true, true));
        RIG.simulate(watched.account().id(), "scan", Map.of("scenario", "none"));

        SetUp adopted = done(setup, watched);

        assertThat(adopted.created()).isFalse();
        assertThat(adopted.state()).isEqualTo("open");
        assertThat(adopted.repaired()).containsExactly("webhook", "settings");
        assertThat(adopted.warnings()).isEmpty();
        assertThat(evolution.calls()).doesNotContain("create", "connect", "restart", "logOut", "delete");
        assertThat(state()).isEqualTo("open");
        assertThat(webhook().url()).isEqualTo(RIG.gateway().webhook());
        assertThat(webhook().headers())
                .containsEntry("X-Theirs", "kept")
                .containsEntry("Authorization", "Bearer " + SetupRig.SECRET);
        assertThat(options())
                .as("what is no matter of ours stays")
                .isEqualTo(new InstanceOptions(true, "No calls.", false, false, false, true, false));
    }

    static Stream<Arguments> damagedWebhooks() {
        return Stream.of(
                Arguments.of(
                        "off",
                        change(webhook ->
                                new InstanceWebhook(false, webhook.url(), false, false, webhook.headers(), List.of()))),
                Arguments.of(
                        "another url",
                        change(webhook -> new InstanceWebhook(
                                true, webhook.url() + "x", false, false, webhook.headers(), webhook.events()))),
                Arguments.of(
                        "by events",
                        change(webhook -> new InstanceWebhook(
                                true, webhook.url(), true, false, webhook.headers(), webhook.events()))),
                Arguments.of(
                        "base64",
                        change(webhook -> new InstanceWebhook(
                                true, webhook.url(), false, true, webhook.headers(), webhook.events()))),
                Arguments.of("no secret", headers(Map.of())),
                Arguments.of("another secret", headers(Map.of("Authorization", "Bearer another"))),
                Arguments.of(
                        "two secrets",
                        headers(Map.of(
                                "Authorization", "Bearer " + SetupRig.SECRET, "authorization", "Bearer another"))),
                Arguments.of(
                        "Evolution's token",
                        headers(Map.of("Authorization", "Bearer " + SetupRig.SECRET, "jwt_key", "theirs"))),
                Arguments.of(
                        "an event less",
                        change(webhook -> events(webhook, webhook.events().subList(1, 23)))),
                Arguments.of("all events", change(webhook -> events(webhook, List.of()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damagedWebhooks")
    void setsRightWhatIsWrongWithAWebhook(String damage, UnaryOperator<InstanceWebhook> change) {
        done(setup, watched);
        InstanceWebhook right = webhook();
        RIG.api().setWebhook(watched.address(), change.apply(right)).block(PATIENCE);

        SetUp repaired = done(setup, watched);

        assertThat(repaired.repaired()).containsExactly("webhook");
        assertThat(webhook()).isEqualTo(right);
        assertThat(done(setup, watched).repaired()).isEmpty();
    }

    @Test
    void takesEventsInAnyOrder() {
        done(setup, watched);
        List<String> events = new ArrayList<>(webhook().events());
        java.util.Collections.reverse(events);
        RIG.api().setWebhook(watched.address(), events(webhook(), events)).block(PATIENCE);

        assertThat(done(setup, watched).repaired()).isEmpty();
    }

    @Test
    void keepsAHeaderOfSomebodyElse() {
        done(setup, watched);
        Map<String, String> headers = new TreeMap<>(webhook().headers());
        headers.put("X-Theirs", "kept");
        RIG.api()
                .setWebhook(watched.address(), headers(headers).apply(webhook()))
                .block(PATIENCE);
        assertThat(done(setup, watched).repaired()).as("it is in nobody's way").isEmpty();

        InstanceWebhook off = new InstanceWebhook(false, "", false, false, headers, List.of());
        RIG.api().setWebhook(watched.address(), off).block(PATIENCE);
        assertThat(done(setup, watched).repaired()).containsExactly("webhook");
        assertThat(webhook().headers()).containsEntry("X-Theirs", "kept");
    }

    @ParameterizedTest
    @MethodSource("damagedOptions")
    void setsRightWhatIsWrongWithTheSettings(InstanceOptions damaged) {
        done(setup, watched);
        RIG.api().setOptions(watched.address(), damaged).block(PATIENCE);

        assertThat(done(setup, watched).repaired()).containsExactly("settings");
        assertThat(options()).isEqualTo(OPTIONS);
    }

    static Stream<InstanceOptions> damagedOptions() {
        return Stream.of(
                new InstanceOptions(false, "", true, false, false, false, false),
                new InstanceOptions(false, "", false, true, false, false, false),
                new InstanceOptions(false, "", false, false, true, false, false),
                new InstanceOptions(false, "", false, false, false, false, true));
    }

    @Test
    void wantsAllHistoryWhereTheAccountDoes() {
        Watched whole = RIG.watched("whole-" + NUMBER.incrementAndGet(), true, evolution);

        done(setup, whole);

        assertThat(RIG.api()
                        .options(whole.address())
                        .map(InstanceOptions::syncFullHistory)
                        .block(PATIENCE))
                .isTrue();
    }

    @Test
    void leavesAMissingInstanceMissingWhereItIsToldTo() {
        EnsureInstance careful = RIG.setup("groupwatch.watchdog.setup.recreate-missing=false");

        assertThatThrownBy(() -> done(careful, watched))
                .isInstanceOfSatisfying(
                        EvolutionException.class,
                        error -> assertThat(error.kind()).isEqualTo(Kind.NO_INSTANCE));
        assertThat(evolution.calls()).containsExactly("state");
    }

    @Test
    void looksAgainWhereTheNameIsTakenAfterAll() {
        AtomicInteger asked = new AtomicInteger();
        create(new InstanceWebhook(true, RIG.gateway().webhook(), false, false, Map.of(), List.of("CALL")), OPTIONS);
        evolution.answers(
                "state",
                () -> asked.getAndIncrement() == 0
                        ? Mono.error(new EvolutionException(Kind.NO_INSTANCE, "not yet"))
                        : RIG.api().state(watched.address()));

        SetUp found = done(setup, watched);

        assertThat(found.created()).isFalse();
        assertThat(found.repaired()).containsExactly("webhook");
    }

    @Test
    void warnsWhenSomebodyElseChangesTheWebhookAgainAndAgain() {
        done(setup, watched);
        for (int time = 0; time < 2; time++) {
            undo();
            assertThat(codes(done(setup, watched))).isEmpty();
        }
        undo();

        assertThat(codes(done(setup, watched))).containsExactly("webhook-repaired-again");
        assertThat(codes(done(setup, watched))).containsExactly("webhook-repaired-again");
        RIG.clock.advance(Duration.ofMinutes(61));
        assertThat(codes(done(setup, watched))).as("an hour of peace").isEmpty();
    }

    private void undo() {
        RIG.api()
                .setWebhook(watched.address(), events(webhook(), List.of("CALL")))
                .block(PATIENCE);
    }

    @Test
    void warnsWhenEvolutionKeepsNeitherWebhookNorSettings() {
        create(
                new InstanceWebhook(true, RIG.gateway().webhook(), false, false, Map.of(), List.of("CALL")),
                new InstanceOptions(false, "", true, false, false, false, false));
        evolution.answers("setWebhook", Mono::empty);
        evolution.answers("setOptions", () -> Mono.error(new EvolutionException(Kind.REFUSED, "no")));

        SetUp found = done(setup, watched);

        assertThat(found.repaired()).isEmpty();
        assertThat(codes(found)).containsExactly("webhook-not-taken", "settings-not-taken");
    }

    @Test
    void warnsWhenEvolutionSavesNoMessages() {
        done(setup, watched);
        RIG.simulate(watched.account().id(), "scan", Map.of("scenario", "none"));
        assertThat(codes(done(setup, watched)))
                .as("it has only just been linked")
                .isEmpty();
        RIG.clock.advance(Duration.ofMinutes(11));

        assertThat(codes(done(setup, watched))).containsExactly("messages-not-saved");

        RIG.simulate(watched.account().id(), "flood", Map.of("messages", 5));
        Awaitility.await()
                .untilAsserted(() -> assertThat(codes(done(setup, watched))).isEmpty());
    }

    @Test
    void saysThatChangedFilesWaitForAReconnectAndDoesNotReconnect() {
        EnsureInstance withFiles = RIG.setup("groupwatch.watchdog.setup.base64=true");
        done(setup, watched);
        RIG.simulate(watched.account().id(), "scan", Map.of("scenario", "none"));

        assertThat(codes(done(withFiles, watched))).containsExactly("base64-after-reconnect");
        assertThat(state()).isEqualTo("open");
        RIG.simulate(watched.account().id(), "disconnect", Map.of("kind", "drop", "seconds", 3600));
        assertThat(codes(done(withFiles, watched))).isEmpty();
    }

    @Test
    void asksForTheVersionOnceAnHourAndDoesWithoutIt() {
        evolution.answers("version", () -> Mono.error(new EvolutionException(Kind.AWAY, "slow")));
        assertThat(done(setup, watched).version()).isNull();
        assertThat(done(setup, watched).version()).isNull();
        assertThat(evolution.calls()).containsOnlyOnce("version");

        evolution.answers("version", () -> Mono.just("2.3.6"));
        RIG.clock.advance(Duration.ofMinutes(61));
        SetUp old = done(setup, watched);
        assertThat(old.version()).isEqualTo("2.3.6");
        assertThat(codes(old)).containsExactly("evolution-too-old");

        evolution.answers("version", () -> Mono.error(new EvolutionException(Kind.AWAY, "slow")));
        RIG.clock.advance(Duration.ofMinutes(61));
        assertThat(done(setup, watched).version()).as("the last one known").isEqualTo("2.3.6");
    }

    @Test
    void failsWhereEvolutionDoes() {
        done(setup, watched);
        evolution.answers("setWebhook", () -> Mono.error(new EvolutionException(Kind.AWAY, "down")));
        undo();

        assertThatThrownBy(() -> done(setup, watched))
                .isInstanceOfSatisfying(
                        EvolutionException.class,
                        error -> assertThat(error.kind()).isEqualTo(Kind.AWAY));
    }

    private void create(InstanceWebhook webhook, InstanceOptions options) {
        RIG.api().create(watched.address(), webhook, options).block(PATIENCE);
    }

    private InstanceWebhook webhook() {
        return RIG.api().webhook(watched.address()).blockOptional(PATIENCE).orElseThrow();
    }

    private InstanceOptions options() {
        return RIG.api().options(watched.address()).blockOptional(PATIENCE).orElseThrow();
    }

    private String state() {
        return RIG.api().state(watched.address()).blockOptional(PATIENCE).orElseThrow();
    }

    private static List<String> codes(SetUp setUp) {
        return setUp.warnings().stream().map(Link.Warning::code).toList();
    }

    private static UnaryOperator<InstanceWebhook> change(UnaryOperator<InstanceWebhook> change) {
        return change;
    }

    private static UnaryOperator<InstanceWebhook> headers(Map<String, String> headers) {
        return webhook -> new InstanceWebhook(true, webhook.url(), false, false, headers, webhook.events());
    }

    private static InstanceWebhook events(InstanceWebhook webhook, List<String> events) {
        return new InstanceWebhook(true, webhook.url(), false, false, webhook.headers(), events);
    }
}

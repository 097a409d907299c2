package groupwatch.alive;

import static groupwatch.alive.RunningAlive.account;
import static groupwatch.alive.RunningAlive.clock;
import static groupwatch.alive.RunningAlive.get;
import static groupwatch.alive.RunningAlive.sql;
import static groupwatch.alive.RunningAlive.told;
import static groupwatch.alive.RunningAlive.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.Topics;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.watchdog.link.Verdict;
import groupwatch.watchdog.link.Verdict.Alive;
import groupwatch.watchdog.link.Verdict.Dead;
import groupwatch.watchdog.liveness.Heard;
import groupwatch.watchdog.watch.ProofOfLife;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is heard over the broker, and what becomes of an account from which nothing comes. */
class ProofOfLifeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NO_BODY = "no JSON";

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void readTheClock() {
        now = clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void isHeardByItsMessagesAndGroupsAndNotByWhatWasAskedFor() {
        String account = account("heard");
        Instant last = now.minusSeconds(60);
        told(Topics.RAW_MESSAGES, account, "messages.upsert", last, NO_BODY, Map.of());
        told(Topics.RAW_MESSAGES, account, "messages.upsert", last.minusSeconds(1200), NO_BODY, Map.of());
        told(Topics.RAW_GROUPS, account, "group-participants.update", last.minusSeconds(2400), NO_BODY, Map.of());
        told(Topics.RAW_MESSAGES, account, "send.message", now, NO_BODY, Map.of());
        told(Topics.RAW_HISTORY, account, "messages.found", now, NO_BODY, Map.of());
        told(Topics.RAW_HISTORY, account, "messages.set", now, NO_BODY, Map.of());
        told(Topics.RAW_GROUPS, account, "groups.found", now, NO_BODY, Map.of());
        String end = account("after");
        told(Topics.RAW_OTHER, end, "labels.edit", now, NO_BODY, Map.of());
        await().untilAsserted(() -> {
            assertThat(get(Heard.class).lastOf(account).block(PATIENCE)).isEqualTo(last);
            assertThat(get(Heard.class).lastOf(end).block(PATIENCE)).isEqualTo(now);
            assertThat(value("SELECT count(*) FROM heard_slots WHERE account = '" + account + "'", Long.class))
                    .isEqualTo(3);
        });
    }

    @Test
    void saysNothingOfAnAccountThatWasNeverHeard() {
        assertThat(get(Heard.class).lastOf("nobody").blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void isNotAskedWhileItIsHeard() {
        StandInWatch watch = silentFor(Duration.ofSeconds(90), 0);
        assertThat(verdict(watch)).isInstanceOf(Alive.class);
        assertThat(watch.calls).isEmpty();
    }

    @Test
    void isLookedAtOnceInFiveMinutesWhenItIsQuiet() {
        StandInWatch watch = silentFor(Duration.ofMinutes(40), 0);
        assertThat(verdict(watch)).isInstanceOf(Alive.class);
        assertThat(verdict(watch)).isInstanceOf(Alive.class);
        assertThat(watch.calls).containsExactly("messages");
    }

    @Test
    void isDeadWhenItsGatewayHasMessagesThatItDoesNotTell() {
        StandInWatch watch = silentFor(Duration.ofMinutes(40), 0);
        watch.stored(now.minusSeconds(600));
        assertThat(verdict(watch)).isInstanceOfSatisfying(Dead.class, dead -> {
            assertThat(dead.cause()).isEqualTo("not-telling");
            assertThat(dead.silentSince()).isEqualTo(now.minus(Duration.ofMinutes(40)));
        });
    }

    @Test
    void isDeadWhenWhatsAppDoesNotAnswerWhereSomethingShouldHaveCome() {
        StandInWatch watch = silentFor(Duration.ofMinutes(4), 10);
        watch.whatsAppFails(Kind.NOT_CONNECTED);
        assertThat(verdict(watch))
                .isInstanceOfSatisfying(
                        Dead.class, dead -> assertThat(dead.cause()).isEqualTo("no-answer-from-whatsapp"));
        assertThat(watch.calls)
                .as("once more, for bad luck")
                .containsExactly("messages", "isOnWhatsApp", "isOnWhatsApp");
    }

    @Test
    void staysDeadAfterARestartUntilWhatsAppAnswers() {
        StandInWatch watch = silentFor(Duration.ofMinutes(40), 10);
        Instant silentSince = now.minus(Duration.ofMinutes(40));
        watch.whatsAppFails(Kind.NOT_CONNECTED);
        assertThat(verdict(watch)).isInstanceOf(Dead.class);
        assertThat(judged(watch, now.minusSeconds(30))).as("just restarted").isEmpty();
        assertThat(judged(watch, now.minusSeconds(150)).orElseThrow())
                .as("did not help")
                .isInstanceOfSatisfying(
                        Dead.class, dead -> assertThat(dead.silentSince()).isEqualTo(silentSince));
        watch.whatsApp = Mono.just(true);
        assertThat(judged(watch, now.minusSeconds(150)).orElseThrow()).isInstanceOf(Alive.class);
        assertThat(judged(watch, now.minusSeconds(30)).orElseThrow()).isInstanceOf(Alive.class);
    }

    @Test
    void staysDeadUntilItIsHeardWhenItsGatewayDidNotTell() {
        StandInWatch watch = silentFor(Duration.ofMinutes(40), 0);
        watch.stored(now.minusSeconds(600));
        assertThat(verdict(watch)).isInstanceOf(Dead.class);
        assertThat(judged(watch, now.minusSeconds(150))).as("nothing new yet").isEmpty();
        sql("UPDATE heard SET last_at = '%s' WHERE account = '%s'"
                .formatted(now.plus(Duration.ofDays(1)), watch.account().id()));
        assertThat(judged(watch, now.minusSeconds(150)).orElseThrow()).isInstanceOf(Alive.class);
    }

    @Test
    void isNotDeadWhenItWasOnlyNotAsked() {
        StandInWatch watch = silentFor(Duration.ofMinutes(4), 10);
        watch.whatsAppFails(Kind.NOT_ASKED);
        assertThat(judged(watch)).isEmpty();
    }

    @Test
    void isDeadWhenItIsSilentForNoReasonAndThatOnceAnHour() {
        StandInWatch watch = silentFor(Duration.ofMinutes(20), 10);
        assertThat(verdict(watch))
                .isInstanceOfSatisfying(
                        Dead.class, dead -> assertThat(dead.cause()).isEqualTo("silent"));
        assertThat(judged(watch)).as("asked just now").isEmpty();
        assertThat(judged(watch, now.minusSeconds(150)).orElseThrow())
                .as("restarted, and WhatsApp answers")
                .isInstanceOf(Alive.class);
        sql("UPDATE proofs SET looked_at = NULL WHERE account = '"
                + watch.account().id() + "'");
        assertThat(verdict(watch)).as("within the hour").isInstanceOf(Alive.class);
    }

    @Test
    void isNotDeadWhileTheSuiteHasNotReadWhatTheGatewayWrote() {
        StandInWatch watch = silentFor(Duration.ofMinutes(4), 10);
        watch.whatsApp = Mono.error(() -> new java.util.concurrent.TimeoutException("never"));
        BatchConsumer consumer = get("livenessConsumer", BatchConsumer.class);
        consumer.stop();
        try {
            told(Topics.RAW_MESSAGES, watch.account().id(), "messages.upsert", now.minusSeconds(90), NO_BODY, Map.of());
            assertThat(judged(watch)).as("behind").isEmpty();
        } finally {
            consumer.start();
        }
        await().untilAsserted(() -> assertThat(
                        get(Heard.class).lastOf(watch.account().id()).block(PATIENCE))
                .isEqualTo(now.minusSeconds(90)));
    }

    @Test
    void showsHowLongNothingCame() {
        StandInWatch watch = silentFor(Duration.ofMinutes(40), 0);
        verdict(watch);
        assertThat(get(MeterRegistry.class)
                        .get("groupwatch.link.silence.seconds")
                        .tag("account", watch.account().id())
                        .gauge()
                        .value())
                .isBetween(2400.0, 2500.0);
    }

    /** @param events in each five minutes of the weeks before */
    private StandInWatch silentFor(Duration time, int events) {
        String account = account("silent");
        Instant last = now.minus(time);
        sql("INSERT INTO heard VALUES ('%s', '%s', '%s')".formatted(account, now.minus(Duration.ofDays(40)), last));
        if (events > 0) {
            sql("""
                    INSERT INTO heard_slots
                    SELECT '%s', date_bin('5 minutes', slot, 'epoch'), %d
                    FROM generate_series('%s'::timestamptz, '%s'::timestamptz, '5 minutes') AS slot
                    """.formatted(account, events, now.minus(Duration.ofDays(30)), last.minusSeconds(300)));
        }
        return new StandInWatch(account);
    }

    private Verdict verdict(StandInWatch watch) {
        return judged(watch).orElseThrow();
    }

    private Optional<Verdict> judged(StandInWatch watch) {
        return judged(watch, now.minus(Duration.ofDays(2)));
    }

    private static Optional<Verdict> judged(StandInWatch watch, Instant openSince) {
        return get(ProofOfLife.class).of(watch, openSince).blockOptional(PATIENCE);
    }
}

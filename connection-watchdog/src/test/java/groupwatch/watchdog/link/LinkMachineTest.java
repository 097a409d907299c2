package groupwatch.watchdog.link;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.kit.evolution.ConnectAnswer;
import groupwatch.kit.evolution.EvolutionException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkMachineTest {

    private static final ConnectAnswer QR = new ConnectAnswer.Code("2@invented", null, 1);
    private static final ConnectAnswer TYPED = new ConnectAnswer.Code("2@invented", "ABCD-1234", 1);

    /** What happens, and the states (with their causes) that the link goes through. */
    record Scenario(String name, Walk from, List<UnaryOperator<Walk>> steps, List<String> states) {
        @Override
        public String toString() {
            return name;
        }
    }

    @SafeVarargs
    private static Scenario scenario(String name, Walk from, String states, UnaryOperator<Walk>... steps) {
        return new Scenario(name, from, List.of(steps), List.of(states.split(", ")));
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(
                scenario(
                        "linked for the first time with a QR code",
                        new Walk(),
                        "new not-linked, new not-linked, qr qr-shown, qr qr-shown, qr qr-shown, pairing code-accepted, open open",
                        walk -> walk.lookedAtNew("close"),
                        walk -> walk.with(new Signal.LinkAsked()).answered(new ConnectAnswer.Begun()),
                        walk -> walk.with(new Signal.CodeShown(false)),
                        walk -> walk.after(Duration.ofSeconds(45)).with(new Signal.CodeShown(false)),
                        walk -> walk.lookedAtNew("connecting"),
                        Walk::connecting,
                        Walk::opened),
                scenario(
                        "linked with a code typed on the phone",
                        new Walk().lookedAtNew("close"),
                        "pairing pairing-code-shown, pairing code-accepted, open open",
                        walk -> walk.with(new Signal.LinkAsked()).answered(TYPED),
                        Walk::connecting,
                        Walk::opened),
                scenario(
                        "nobody scans: no further codes until somebody asks",
                        new Walk()
                                .lookedAtNew("close")
                                .with(new Signal.LinkAsked())
                                .answered(QR),
                        "new codes-ran-out, new codes-ran-out, qr qr-shown",
                        walk -> walk.after(Duration.ofMinutes(23)).with(new Signal.CodesOver()),
                        walk -> walk.lookedAtNew("refused"),
                        walk -> walk.with(new Signal.LinkAsked()).answered(QR)),
                scenario(
                        "an instance that is linked already is adopted",
                        new Walk(),
                        "open open",
                        walk -> walk.looked("open")),
                scenario(
                        "the socket drops and comes back",
                        Walk.open(),
                        "connecting connecting, open open",
                        Walk::connecting,
                        walk -> walk.after(Duration.ofSeconds(8)).opened()),
                scenario(
                        "the connection ends, the session is good",
                        Walk.open(),
                        "closed closed, connecting connecting, open open",
                        walk -> walk.ended(428),
                        walk -> walk.after(Duration.ofSeconds(6)).answered(new ConnectAnswer.Linked("connecting")),
                        Walk::opened),
                scenario(
                        "Evolution cannot take the session up, then can",
                        Walk.open().ended(500),
                        "closed not-taken-up, open open",
                        walk -> walk.answered(new ConnectAnswer.Refused("Connection Failure")),
                        walk -> walk.after(Duration.ofMinutes(3)).looked("open")),
                scenario(
                        "Evolution lost the session: codes that nobody asked for are no QR for the world",
                        Walk.open().ended(500),
                        "logged_out session-lost, logged_out relink-ran-out, qr qr-shown",
                        walk -> walk.with(new Signal.CodeShown(false)),
                        walk -> walk.with(new Signal.CodesOver()),
                        walk -> walk.with(new Signal.LinkAsked()).answered(QR)),
                scenario(
                        "it connects for too long and is restarted",
                        Walk.open().connecting(),
                        "connecting connecting, connecting stuck-connecting, open open",
                        walk -> walk.after(Duration.ofMinutes(1)).looked("connecting"),
                        walk -> walk.after(Duration.ofMinutes(1)).looked("connecting"),
                        walk -> walk.with(new Signal.Restarted()).opened()),
                scenario(
                        "logged out on the phone, in whichever order it is told, and linked again",
                        Walk.open(),
                        "logged_out logged-out-on-phone, logged_out logged-out-on-phone, logged_out logged-out-on-phone, qr qr-shown, open open",
                        walk -> walk.with(new Signal.LoggedOut()),
                        walk -> walk.ended(401),
                        walk -> walk.looked("close", "5511999990000@s.whatsapp.net", 401, false),
                        walk -> walk.with(new Signal.LinkAsked()).answered(QR),
                        Walk::opened),
                scenario(
                        "an old code of a disconnection is no logout",
                        Walk.open(),
                        "closed closed",
                        walk -> walk.looked("close", 401, Walk.BEGUN.minus(Duration.ofDays(3)))),
                scenario(
                        "logged out here",
                        Walk.open(),
                        "open open, logged_out logged-out-by-us",
                        walk -> walk.with(new Signal.LogOutAsked()),
                        walk -> walk.ended(401)),
                scenario(
                        "restricted by WhatsApp, and pardoned",
                        Walk.open(),
                        "restricted restricted, restricted restricted, restricted restricted, open open",
                        walk -> walk.ended(403),
                        Walk::connecting,
                        walk -> walk.with(new Signal.LinkAsked())
                                .answered(new ConnectAnswer.Refused("account is restricted")),
                        Walk::opened),
                scenario(
                        "a passkey is wanted",
                        new Walk().lookedAtNew("close"),
                        "passkey_required passkey-required, qr qr-shown, open open",
                        walk -> walk.with(new Signal.LinkAsked())
                                .answered(new ConnectAnswer.Refused("a passkey is required")),
                        walk -> walk.with(new Signal.LinkAsked()).answered(QR),
                        Walk::opened),
                scenario(
                        "the instance is gone, and is made again by itself",
                        Walk.open(),
                        "missing instance-missing, logged_out recreated",
                        walk -> walk.failed(Kind.NO_INSTANCE),
                        walk -> walk.looked("close", null, null, true)),
                scenario(
                        "the instance is removed by somebody",
                        Walk.open(),
                        "missing instance-missing",
                        walk -> walk.with(new Signal.Removed())),
                scenario(
                        "Evolution is away: once may be chance",
                        Walk.open(),
                        "open open, gateway_down gateway-away, open open",
                        walk -> walk.failed(Kind.AWAY),
                        walk -> walk.after(Duration.ofSeconds(10)).failed(Kind.AWAY),
                        walk -> walk.after(Duration.ofMinutes(5)).looked("open")),
                scenario(
                        "the key is refused, and given anew",
                        Walk.open(),
                        "gateway_down key-refused, open open",
                        walk -> walk.failed(Kind.KEY_REFUSED),
                        walk -> walk.after(Duration.ofMinutes(31)).looked("open")),
                scenario(
                        "asked too often: nothing is concluded",
                        Walk.open(),
                        "open open, open open",
                        walk -> walk.failed(Kind.TOO_OFTEN),
                        walk -> walk.failed(Kind.NOT_ASKED)),
                scenario(
                        "open, but dead: restarted; that it says it is open proves nothing",
                        Walk.open(),
                        "degraded not-telling, degraded not-telling, degraded not-telling, degraded not-telling, open open",
                        walk -> walk.dead(Duration.ofMinutes(4)),
                        walk -> walk.with(new Signal.Restarted()).looked("connecting"),
                        Walk::connecting,
                        Walk::opened,
                        walk -> walk.with(new Signal.Judged(new Verdict.Alive()))),
                scenario(
                        "open, but dead, and alive by itself",
                        Walk.open(),
                        "degraded not-telling, degraded not-telling, open open",
                        walk -> walk.dead(Duration.ofMinutes(4)),
                        walk -> walk.looked("open"),
                        walk -> walk.with(new Signal.Judged(new Verdict.Alive()))));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void goesThroughTheStates(Scenario scenario) {
        List<String> seen = new ArrayList<>();
        Walk walk = scenario.from();
        for (UnaryOperator<Walk> step : scenario.steps()) {
            walk = step.apply(walk);
            seen.add(walk.status().wire() + " " + walk.cause());
        }
        assertThat(seen).isEqualTo(scenario.states());
    }

    @Test
    void theScenariosEnterAndLeaveEveryState() {
        Set<LinkStatus> entered = EnumSet.noneOf(LinkStatus.class);
        Set<LinkStatus> left = EnumSet.noneOf(LinkStatus.class);
        scenarios().forEach(scenario -> {
            Walk walk = scenario.from();
            LinkStatus before = walk.status();
            entered.add(before);
            for (UnaryOperator<Walk> step : scenario.steps()) {
                walk = step.apply(walk);
                entered.add(walk.status());
                if (walk.status() != before) {
                    left.add(before);
                }
                before = walk.status();
            }
        });
        assertThat(entered).containsExactlyInAnyOrder(LinkStatus.values());
        assertThat(left).containsExactlyInAnyOrder(LinkStatus.values());
    }

    @Test
    void everyStateThatAPersonMustEndSaysWhatToDo() {
        for (Cause cause : Cause.values()) {
            if (Set.of(
                            LinkStatus.LOGGED_OUT,
                            LinkStatus.RESTRICTED,
                            LinkStatus.PASSKEY_REQUIRED,
                            LinkStatus.MISSING,
                            LinkStatus.GATEWAY_DOWN,
                            LinkStatus.QR)
                    .contains(cause.status())) {
                assertThat(cause.advice()).as(cause.word()).isNotBlank();
            }
        }
    }

    @Test
    void anOutageLastsFromTheFirstLossToTheNextOpeningWhateverComesBetween() {
        Walk walk = Walk.open();
        var lost = walk.now();
        walk.connecting();
        String id = walk.outage().id();
        walk.after(Duration.ofMinutes(1)).ended(401);
        walk.after(Duration.ofMinutes(9)).with(new Signal.LinkAsked()).answered(QR);
        assertThat(walk.outage()).isEqualTo(new Outage(id, lost, null, null, null));
        walk.after(Duration.ofMinutes(1)).opened();
        assertThat(walk.outage()).isEqualTo(new Outage(id, lost, lost.plus(Duration.ofMinutes(11)), null, null));
        walk.after(Duration.ofHours(1)).connecting();
        assertThat(walk.outage().id()).isNotEqualTo(id);
    }

    @Test
    void aDeadLinkWasDownSinceTheLastEventButNotSinceBeforeItWasOpened() {
        Walk walk = Walk.open().dead(Duration.ofMinutes(4));
        assertThat(walk.outage().from()).isEqualTo(walk.now().minus(Duration.ofMinutes(4)));
        Walk fresh = new Walk().opened().after(Duration.ofMinutes(3)).dead(Duration.ofHours(2));
        assertThat(fresh.outage().from()).isEqualTo(Walk.BEGUN);
    }

    @Test
    void anAccountThatWasNeverLinkedHasNoOutage() {
        Walk walk = new Walk().lookedAtNew("close").failed(Kind.AWAY).failed(Kind.AWAY);
        assertThat(walk.status()).isEqualTo(LinkStatus.GATEWAY_DOWN);
        assertThat(walk.outage()).isNull();
    }

    @Test
    void aStormIsCutOffUntilTheLinkHolds() {
        Walk walk = Walk.open();
        for (int i = 0; i < 8; i++) {
            walk.after(Duration.ofSeconds(20)).connecting();
            walk.after(Duration.ofSeconds(5)).opened();
        }
        assertThat(walk.cause()).isEqualTo("reconnect-storm");
        assertThat(walk.link().link().advice()).isNotNull();
        walk.after(Duration.ofMinutes(1)).looked("open");
        assertThat(walk.status()).isEqualTo(LinkStatus.CONNECTING);
        walk.after(Duration.ofMinutes(1)).looked("open");
        assertThat(walk.status()).isEqualTo(LinkStatus.OPEN);
    }

    @Test
    void whatIsToldLateIsNotBelievedButLookedAt() {
        Walk walk = new Walk().lookedAtNew("close").with(new Signal.LinkAsked());
        walk.told(new Signal.Opened(null, null), Duration.ofSeconds(1)).after(Duration.ofSeconds(30));
        walk.told(new Signal.Connecting(), Duration.ofMinutes(5));
        assertThat(walk.status()).isEqualTo(LinkStatus.OPEN);
        assertThat(walk.plan()).isEqualTo(Plan.LOOK);
    }

    @Test
    void aLinkThatStaysDeadIsRestartedLessAndLessOften() {
        Walk walk = Walk.open();
        walk.dead(Duration.ofMinutes(4));
        assertThat(walk.plan()).isEqualTo(Plan.RESTART);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            var before = walk.now();
            walk.with(new Signal.Restarted());
            while (walk.toWhatIsDue().plan() != Plan.RESTART) {
                walk.looked("open");
            }
            pauses.add(Duration.between(before, walk.now()));
        }
        assertThat(pauses.getFirst()).isGreaterThan(Duration.ofMinutes(1));
        assertThat(pauses.getLast()).isGreaterThan(Duration.ofMinutes(7));
    }
}

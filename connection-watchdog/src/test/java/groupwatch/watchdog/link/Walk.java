package groupwatch.watchdog.link;

import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.kit.evolution.ConnectAnswer;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.kit.evolution.InstanceOptions;
import groupwatch.kit.evolution.InstanceRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A link on its way through the state machine, on a clock of its own. */
final class Walk {

    static final Instant BEGUN = Instant.parse("2026-01-14T09:00:00Z");
    private static final String OWNER = "5511999990000@s.whatsapp.net";
    private static final LinkSettings SETTINGS = new LinkSettings(
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Duration.ofMinutes(2),
            6,
            Duration.ofMinutes(2));

    private static final Pauses PAUSES = new Pauses(SETTINGS);
    private static final Moves MOVES = new Moves(SETTINGS, PAUSES);

    private final LinkMachine machine = new LinkMachine(MOVES, new Checks(MOVES, SETTINGS, PAUSES), PAUSES);
    private Instant now = BEGUN;
    private LinkRecord link = machine.begin("sales", BEGUN);

    /** One that is open for an hour. */
    static Walk open() {
        return new Walk().opened().after(Duration.ofHours(1));
    }

    Walk with(Signal signal) {
        link = machine.next(link, signal, now);
        return this;
    }

    Walk after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Walk told(Signal.Told signal, Duration ago) {
        link = machine.nextTold(link, signal, now.minus(ago), now);
        return this;
    }

    Walk opened() {
        return with(new Signal.Opened("5511999990000", "Sales"));
    }

    Walk connecting() {
        return with(new Signal.Connecting());
    }

    Walk ended(@Nullable Integer code) {
        return with(new Signal.Ended(code));
    }

    Walk failed(Kind kind) {
        return with(new Signal.Failed(kind, null));
    }

    Walk answered(ConnectAnswer answer) {
        return with(new Signal.ConnectAnswered(answer));
    }

    Walk dead(Duration ago) {
        return with(new Signal.Judged(
                new Verdict.Dead(now.minus(ago), "not-telling", "Evolution has messages that it does not tell.")));
    }

    /** A check finds an instance that was linked once. */
    Walk looked(String state) {
        return looked(state, OWNER, null, false);
    }

    /** A check finds an instance that never was. */
    Walk lookedAtNew(String state) {
        return looked(state, null, null, false);
    }

    Walk looked(String state, int closedBecause, Instant closedAt) {
        return looked(state, OWNER, closedBecause, closedAt, false);
    }

    Walk looked(String state, @Nullable String owner, @Nullable Integer closedBecause, boolean created) {
        return looked(state, owner, closedBecause, closedBecause == null ? null : now, created);
    }

    private Walk looked(
            String state,
            @Nullable String owner,
            @Nullable Integer closedBecause,
            @Nullable Instant closedAt,
            boolean created) {
        InstanceOptions options = new InstanceOptions(false, "", false, false, false, false, false);
        InstanceRow row = new InstanceRow("id", "sales", state, owner, null, null, closedBecause, closedAt, options, 1);
        return with(new Signal.Looked(new SetUp(state, row, created, List.of(), "2.3.7", List.of())));
    }

    LinkRecord link() {
        return link;
    }

    LinkStatus status() {
        return link.status();
    }

    String cause() {
        return link.link().cause();
    }

    @Nullable
    Outage outage() {
        return link.link().outage();
    }

    Instant now() {
        return now;
    }

    Plan plan() {
        return Plan.of(link, now);
    }

    /** Goes on to when something is due. */
    Walk toWhatIsDue() {
        Instant next = Plan.next(link);
        if (next.isAfter(now)) {
            now = next;
        }
        return this;
    }
}

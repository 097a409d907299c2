package groupwatch.bench.gateway;

import groupwatch.bench.broker.Backlog;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import java.time.Duration;

/** Loads of a whole suite: how much of it became rows meanwhile, and how long the rest took afterwards. */
final class SuiteRounds {

    private static final int WARM_UP = 80_000;
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(180);

    private final Receiver gateway;
    private final Backlog backlog;
    private final Duration length;
    private final Spread stored = new Spread();
    private final Spread left = new Spread();
    private final Spread drain = new Spread();
    private final Spread overall = new Spread();

    SuiteRounds(Receiver gateway, Backlog backlog, Duration length) {
        this.gateway = gateway;
        this.backlog = backlog;
        this.length = length;
    }

    void warmUp() {
        gateway.warmUp(WARM_UP, length);
        backlog.drained(DRAIN_LIMIT);
    }

    void run() {
        var before = backlog.done();
        var result = gateway.run(length);
        var meanwhile = backlog.done() - before;
        left.add(result.accepted() - meanwhile);
        stored.add(meanwhile / result.seconds());
        var seconds = backlog.drained(DRAIN_LIMIT);
        drain.add(seconds);
        overall.add(result.accepted() / (result.seconds() + seconds));
    }

    boolean drainsInTime() {
        return drain.median() <= length.toSeconds();
    }

    String drainText() {
        return "%s s after %d s of load".formatted(drain.text(), length.toSeconds());
    }

    Table table() {
        return new Table(
                        "stored/s under load",
                        "left when it ended",
                        "drained s later",
                        "accepted and stored/s over all")
                .row(stored.text(), left.text(), drain.text(), overall.text());
    }
}

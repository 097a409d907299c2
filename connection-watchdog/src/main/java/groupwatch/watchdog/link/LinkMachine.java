package groupwatch.watchdog.link;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.evolution.ConnectAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The one state machine of a link: a state, and something that is learnt, make the next state. It asks nobody and does nothing. */
@Component
public class LinkMachine {

    /** Evolution tries again for 20 minutes; what is older than that is not late, but told by a clock that was set back. */
    private static final Duration LATEST = Duration.ofMinutes(30);

    /** A restart that did not help is repeated as late as the so-manieth attempt of another kind. */
    private static final int PATIENCE_AFTER_RESTART = 5;

    private static final List<String> RESTRICTIONS = List.of("restrict", "banned", "blocked", "forbidden", "suspended");

    private final Moves moves;
    private final Checks checks;
    private final Pauses pauses;

    LinkMachine(Moves moves, Checks checks, Pauses pauses) {
        this.moves = moves;
        this.checks = checks;
        this.pauses = pauses;
    }

    /** The first state of an account. */
    public LinkRecord begin(String account, Instant now) {
        return LinkRecord.fresh(account, now, now);
    }

    public LinkRecord next(LinkRecord link, Signal signal, Instant now) {
        LinkRecord next = switch (signal) {
            case Signal.Connecting connecting -> moves.connecting(link, now);
            case Signal.Opened opened -> moves.open(link.of(opened.phone(), opened.profileName()), now);
            case Signal.Ended ended -> moves.ended(link, ended.code(), now);
            case Signal.CodeShown code -> moves.code(link, code.typed(), now);
            case Signal.CodesOver over -> moves.codesOver(link, now);
            case Signal.LoggedOut out -> moves.ended(link, Closing.LOGGED_OUT_CODE, now);
            case Signal.Unreadable unreadable -> link.with(link.memory().look(now));
            case Signal.Removed removed -> {
                LinkRecord gone = moves.missing(link, now);
                yield gone.with(gone.memory().look(now));
            }
            case Signal.Looked looked -> checks.looked(link, looked.found(), now);
            case Signal.Failed failed -> checks.failed(link, failed, now);
            case Signal.LinkAsked asked -> link.with(link.memory().asked(now).look(now));
            case Signal.LogOutAsked asked -> link.with(link.memory().loggingOut(true));
            case Signal.ConnectAnswered answered -> connectAnswered(link, answered.answer(), now);
            case Signal.Restarted restarted -> restarted(link, now);
            case Signal.Judged judged -> judged(link, judged.verdict(), now);
        };
        return Outing.follow(link, next, signal, now);
    }

    /**
     * The next state after something that the gateway told by itself.
     *
     * @param at when it told it, by its clock: what comes after something newer is old, and somebody has to look
     */
    public LinkRecord nextTold(LinkRecord link, Signal.Told told, Instant at, Instant now) {
        Instant newest = link.memory().toldAt();
        boolean late = newest != null && at.isBefore(newest) && at.isAfter(newest.minus(LATEST));
        return late
                ? link.with(link.memory().look(now))
                : next(link.with(link.memory().told(at)), told, now);
    }

    private LinkRecord connectAnswered(LinkRecord link, ConnectAnswer answer, Instant now) {
        return switch (answer) {
            case ConnectAnswer.Linked linked ->
                linked.state().equals("open") ? moves.open(link, now) : moves.connecting(link, now);
            case ConnectAnswer.Begun begun -> moves.tried(link, now);
            case ConnectAnswer.Code code -> moves.code(link, code.pairingCode() != null, now);
            case ConnectAnswer.Refused refused ->
                refused(link, refused.message().toLowerCase(Locale.ROOT), now);
        };
    }

    private LinkRecord refused(LinkRecord link, String message, Instant now) {
        if (message.contains("passkey")) {
            return Moves.still(link.because(Cause.PASSKEY_REQUIRED, now));
        }
        if (RESTRICTIONS.stream().anyMatch(message::contains)) {
            return Moves.still(link.because(Cause.RESTRICTED, now));
        }
        return link.memory().linkedOnce()
                ? moves.tried(link.because(Cause.NOT_TAKEN_UP, now), now)
                : Moves.still(link.because(Cause.NOT_LINKED, now));
    }

    /** It says what became of it by events; if it does not, it is tried again. */
    private LinkRecord restarted(LinkRecord link, Instant now) {
        if (link.status() != LinkStatus.DEGRADED) {
            return moves.tried(link, now);
        }
        List<Instant> restarts = Stream.concat(
                        Moves.within(link.memory().restarts(), now, Duration.ofDays(1)).stream(), Stream.of(now))
                .toList();
        int attempts = link.memory().attempts() + 1;
        Instant next = now.plus(pauses.beforeAttempt(attempts + PATIENCE_AFTER_RESTART));
        return link.with(link.memory().restarted(restarts).attempt(attempts, next));
    }

    private LinkRecord judged(LinkRecord link, Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Alive alive ->
                link.status() == LinkStatus.DEGRADED
                        ? moves.opened(link, Moves.within(link.memory().openings(), now, Moves.STORM_WITHIN), now)
                        : link;
            case Verdict.Dead dead -> dead(link, dead, now);
        };
    }

    private LinkRecord dead(LinkRecord link, Verdict.Dead dead, Instant now) {
        if (link.status() != LinkStatus.OPEN) {
            return link;
        }
        LinkRecord degraded = link.because(Cause.of(dead.cause()), dead.explanation(), now);
        // at once when it is the first time; a restart that did not help is not repeated at once
        int lately =
                Moves.within(link.memory().restarts(), now, Duration.ofHours(1)).size();
        Instant restart = lately == 0 ? now : now.plus(pauses.beforeAttempt(lately + PATIENCE_AFTER_RESTART));
        return degraded.with(degraded.memory().attempt(lately, restart));
    }
}

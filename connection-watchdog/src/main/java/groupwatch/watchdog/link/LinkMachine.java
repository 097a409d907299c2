package groupwatch.watchdog.link;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.evolution.ConnectAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one state machine of a link: a state, and something that is learnt, make the next state. It asks nobody and does nothing. */
@Component
public class LinkMachine {

    /** What was asked for so long ago was not asked for: Evolution shows codes for 22 minutes at most. */
    private static final Duration ASKING = Duration.ofMinutes(25);

    /** Evolution tries again for 20 minutes; what is older than that is not late, but told by a clock that was set back. */
    private static final Duration LATEST = Duration.ofMinutes(30);

    private static final Duration STORM_WITHIN = Duration.ofMinutes(10);

    /** Once may be chance. */
    private static final int FAILURES = 2;

    /** A restart that did not help is repeated as late as the so-manieth attempt of another kind. */
    private static final int PATIENCE_AFTER_RESTART = 5;

    private static final List<String> RESTRICTIONS = List.of("restrict", "banned", "blocked", "forbidden", "suspended");

    private final LinkSettings settings;
    private final Pauses pauses;

    LinkMachine(LinkSettings settings, Pauses pauses) {
        this.settings = settings;
        this.pauses = pauses;
    }

    /** The first state of an account. */
    public LinkRecord begin(String account, Instant now) {
        return LinkRecord.fresh(account, now, now);
    }

    public LinkRecord next(LinkRecord link, Signal signal, Instant now) {
        LinkRecord next = switch (signal) {
            case Signal.Connecting connecting -> connecting(link, now);
            case Signal.Opened opened -> open(link.of(opened.phone(), opened.profileName()), now);
            case Signal.Ended ended -> ended(link, ended.code(), now);
            case Signal.CodeShown code -> code(link, code.typed(), now);
            case Signal.CodesOver over -> codesOver(link, now);
            case Signal.LoggedOut out -> ended(link, Closing.LOGGED_OUT_CODE, now);
            case Signal.Unreadable unreadable -> link.with(link.memory().look(now));
            case Signal.Removed removed -> {
                LinkRecord gone = missing(link, now);
                yield gone.with(gone.memory().look(now));
            }
            case Signal.Looked looked -> looked(link, looked.found(), now);
            case Signal.Failed failed -> failed(link, failed, now);
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

    private LinkRecord connecting(LinkRecord link, Instant now) {
        return switch (link.status()) {
            case QR, PAIRING -> link.because(Cause.CODE_ACCEPTED, now);
            case OPEN, CLOSED, GATEWAY_DOWN -> tried(link.because(Cause.CONNECTING, now), now);
            // Evolution begins to show codes with it; or it is the restart of a dead link
            case NEW, LOGGED_OUT, RESTRICTED, PASSKEY_REQUIRED, MISSING, CONNECTING, DEGRADED -> link;
        };
    }

    private LinkRecord open(LinkRecord link, Instant now) {
        List<Instant> openings = within(link.memory().openings(), now, STORM_WITHIN);
        if (link.status() == LinkStatus.OPEN) {
            return link;
        }
        if (link.status() == LinkStatus.DEGRADED) {
            // it said so before, too: whether it lives is to be judged
            return link.with(link.memory().reopened(now));
        }
        return opened(link, openings, now);
    }

    private LinkRecord opened(LinkRecord link, List<Instant> openings, Instant now) {
        List<Instant> all = Stream.concat(openings.stream(), Stream.of(now)).toList();
        LinkRecord opened = link.with(link.memory().opened(now, all).look(now.plus(pauses.untilCheck())));
        return all.size() >= settings.storm()
                ? opened.because(Cause.RECONNECT_STORM, now)
                : opened.because(Cause.OPEN, now);
    }

    private LinkRecord ended(LinkRecord link, @Nullable Integer code, Instant now) {
        Closing closing = Closing.of(code);
        return switch (closing) {
            case LOGGED_OUT -> loggedOut(link, now);
            case RESTRICTED ->
                still(link.because(Cause.RESTRICTED, Cause.RESTRICTED.explanation() + " (code " + code + ")", now));
            case CLOSED -> closed(link, now);
        };
    }

    private LinkRecord loggedOut(LinkRecord link, Instant now) {
        if (link.status() == LinkStatus.RESTRICTED || link.status() == LinkStatus.PASSKEY_REQUIRED) {
            return link;
        }
        if (link.status() == LinkStatus.LOGGED_OUT) {
            return still(link);
        }
        if (!link.memory().linkedOnce()) {
            return still(link.because(Cause.NOT_LINKED, now));
        }
        Cause cause = link.memory().loggingOut() ? Cause.LOGGED_OUT_BY_US : Cause.LOGGED_OUT_ON_PHONE;
        return still(link.because(cause, now))
                .with(link.memory().loggingOut(false).attempt(0, null));
    }

    private LinkRecord closed(LinkRecord link, Instant now) {
        if (!link.memory().linkedOnce()) {
            return isAsked(link, now) ? link : still(link.because(Cause.NOT_LINKED, now));
        }
        return switch (link.status()) {
            case LOGGED_OUT, RESTRICTED, PASSKEY_REQUIRED -> link;
            case CLOSED -> link;
            case NEW, QR, PAIRING, CONNECTING, OPEN, DEGRADED, MISSING, GATEWAY_DOWN ->
                tried(link.because(Cause.CLOSED, now), now);
        };
    }

    private LinkRecord code(LinkRecord link, boolean typed, Instant now) {
        boolean wanted = !link.memory().linkedOnce() || isAsked(link, now);
        Cause cause = !wanted ? Cause.SESSION_LOST : typed ? Cause.PAIRING_CODE_SHOWN : Cause.QR_SHOWN;
        return still(link.because(cause, now));
    }

    private LinkRecord codesOver(LinkRecord link, Instant now) {
        Cause cause = link.memory().linkedOnce() ? Cause.RELINK_RAN_OUT : Cause.CODES_RAN_OUT;
        LinkRecord over = link.status() == LinkStatus.RESTRICTED ? link : link.because(cause, now);
        return over.with(over.memory().asked(null).attempt(0, null));
    }

    private LinkRecord missing(LinkRecord link, Instant now) {
        return link.because(Cause.INSTANCE_MISSING, now).with(link.memory().attempt(0, null));
    }

    private LinkRecord looked(LinkRecord link, SetUp found, Instant now) {
        boolean rarely = switch (link.status()) {
            case LOGGED_OUT, RESTRICTED, PASSKEY_REQUIRED, NEW -> true;
            case QR, PAIRING, CONNECTING, OPEN, DEGRADED, CLOSED, MISSING, GATEWAY_DOWN -> false;
        };
        Duration pause = rarely ? pauses.untilRareCheck() : pauses.untilCheck();
        LinkRecord seen = link.of(
                        Phones.digits(found.row().owner()), found.row().profileName())
                .gateway(found.version(), found.warnings())
                .with(link.memory().failed(0).look(now.plus(pause)));
        if (found.created() && seen.memory().linkedOnce()) {
            return still(seen.because(Cause.RECREATED, now));
        }
        return switch (found.state()) {
            case "open" -> stillOpen(seen, now);
            case "connecting" -> stillConnecting(seen, now);
            case "refused" -> codesOver(seen, now);
            default -> stillClosed(seen, found, now);
        };
    }

    private LinkRecord stillOpen(LinkRecord link, Instant now) {
        if (link.cause() == Cause.RECONNECT_STORM) {
            Instant since = Objects.requireNonNullElse(link.memory().openSince(), now);
            return since.plus(settings.stable()).isAfter(now)
                    ? link
                    : link.because(Cause.OPEN, now).with(link.memory().opened(since, List.of()));
        }
        return link.status() == LinkStatus.DEGRADED ? link : open(link, now);
    }

    private LinkRecord stillConnecting(LinkRecord link, Instant now) {
        switch (link.status()) {
            // it connects while it shows codes; and a dead link is judged, not believed
            case QR, PAIRING, DEGRADED:
                return link;
            default:
                break;
        }
        LinkRecord next = connecting(link, now);
        if (next.cause() == Cause.NOT_LOOKED_AT || isOldStorm(next, now)) {
            return tried(next.because(Cause.CONNECTING, now), now);
        }
        if (next.status() != LinkStatus.CONNECTING || next.cause() == Cause.RECONNECT_STORM) {
            return next;
        }
        if (next.cause() == Cause.CONNECTING
                && !next.link().since().plus(settings.stuck()).isAfter(now)) {
            LinkRecord stuck = next.because(Cause.STUCK_CONNECTING, now);
            return stuck.with(stuck.memory().attempt(stuck.memory().attempts(), now));
        }
        Instant attempt = next.memory().nextAttempt();
        return next.cause() == Cause.CONNECTING && attempt != null && !attempt.isAfter(now) ? tried(next, now) : next;
    }

    private static boolean isOldStorm(LinkRecord link, Instant now) {
        Instant opened = link.memory().openSince();
        return link.cause() == Cause.RECONNECT_STORM
                && opened != null
                && !opened.plus(STORM_WITHIN).isAfter(now);
    }

    private LinkRecord stillClosed(LinkRecord link, SetUp found, Instant now) {
        boolean linkedOnce = link.memory().linkedOnce() || found.row().owner() != null;
        LinkRecord known = linkedOnce ? link.with(link.memory().linked()) : link;
        Integer code = isOld(found.row().closedAt(), known) ? null : found.row().closedBecause();
        return switch (known.status()) {
            // the events say when these are over
            case QR, PAIRING -> isAsked(known, now) ? known : ended(known, code, now);
            default -> ended(known, code, now);
        };
    }

    /** Evolution keeps the code of the last disconnection, also after the link was opened again. */
    private static boolean isOld(@Nullable Instant closedAt, LinkRecord link) {
        Instant opened = link.memory().openSince();
        return closedAt != null && opened != null && closedAt.isBefore(opened);
    }

    private LinkRecord failed(LinkRecord link, Signal.Failed failed, Instant now) {
        LinkRecord next = lookFailed(link, failed, now);
        Instant attempt = next.memory().nextAttempt();
        return attempt != null && !attempt.isAfter(now) ? tried(next, now) : next;
    }

    private LinkRecord lookFailed(LinkRecord link, Signal.Failed failed, Instant now) {
        int failures = link.memory().failures() + 1;
        return switch (failed.kind()) {
            case NOT_ASKED -> link.with(link.memory().look(now.plus(pauses.whileAway(1))));
            case TOO_OFTEN ->
                link.with(link.memory()
                        .failed(failures)
                        .look(now.plus(longer(pauses.whileAway(failures), failed.retryAfter()))));
            case NO_INSTANCE -> {
                LinkRecord gone = missing(link, now);
                yield gone.with(gone.memory().failed(0).look(now.plus(pauses.untilRareCheck())));
            }
            case KEY_REFUSED -> down(link, Cause.KEY_REFUSED, failures, pauses.whileRefused(), now);
            case UNLICENSED -> down(link, Cause.UNLICENSED, failures, pauses.whileRefused(), now);
            case NOT_CONFIGURED -> down(link, Cause.NO_ADDRESS, failures, pauses.whileRefused(), now);
            case AWAY, REFUSED, NAME_TAKEN, NOT_CONNECTED, NO_MESSAGE, NO_MEDIA, GONE -> away(link, failures, now);
        };
    }

    private static Duration longer(Duration pause, @Nullable Duration asked) {
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    private LinkRecord away(LinkRecord link, int failures, Instant now) {
        Duration pause = pauses.whileAway(failures);
        return failures < FAILURES
                ? link.with(link.memory().failed(failures).look(now.plus(pause)))
                : down(link, Cause.GATEWAY_AWAY, failures, pause, now);
    }

    private static LinkRecord down(LinkRecord link, Cause cause, int failures, Duration pause, Instant now) {
        return link.because(cause, now)
                .with(link.memory().failed(failures).attempt(0, null).look(now.plus(pause)));
    }

    private LinkRecord connectAnswered(LinkRecord link, ConnectAnswer answer, Instant now) {
        return switch (answer) {
            case ConnectAnswer.Linked linked -> linked.state().equals("open") ? open(link, now) : connecting(link, now);
            case ConnectAnswer.Begun begun -> tried(link, now);
            case ConnectAnswer.Code code -> code(link, code.pairingCode() != null, now);
            case ConnectAnswer.Refused refused ->
                refused(link, refused.message().toLowerCase(Locale.ROOT), now);
        };
    }

    private LinkRecord refused(LinkRecord link, String message, Instant now) {
        if (message.contains("passkey")) {
            return still(link.because(Cause.PASSKEY_REQUIRED, now));
        }
        if (RESTRICTIONS.stream().anyMatch(message::contains)) {
            return still(link.because(Cause.RESTRICTED, now));
        }
        return link.memory().linkedOnce()
                ? tried(link.because(Cause.NOT_TAKEN_UP, now), now)
                : still(link.because(Cause.NOT_LINKED, now));
    }

    /** It says what became of it by events; if it does not, it is tried again. */
    private LinkRecord restarted(LinkRecord link, Instant now) {
        if (link.status() != LinkStatus.DEGRADED) {
            return tried(link, now);
        }
        List<Instant> restarts = Stream.concat(
                        within(link.memory().restarts(), now, Duration.ofDays(1)).stream(), Stream.of(now))
                .toList();
        int attempts = link.memory().attempts() + 1;
        Instant next = now.plus(pauses.beforeAttempt(attempts + PATIENCE_AFTER_RESTART));
        return link.with(link.memory().restarted(restarts).attempt(attempts, next));
    }

    private LinkRecord judged(LinkRecord link, Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Alive alive ->
                link.status() == LinkStatus.DEGRADED
                        ? opened(link, within(link.memory().openings(), now, STORM_WITHIN), now)
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
        int lately = within(link.memory().restarts(), now, Duration.ofHours(1)).size();
        Instant restart = lately == 0 ? now : now.plus(pauses.beforeAttempt(lately + PATIENCE_AFTER_RESTART));
        return degraded.with(degraded.memory().attempt(lately, restart));
    }

    /** One more attempt is due after a pause that grows. */
    private LinkRecord tried(LinkRecord link, Instant now) {
        int attempts = link.memory().attempts() + 1;
        return link.with(link.memory().attempt(attempts, now.plus(pauses.beforeAttempt(attempts))));
    }

    /** Only a person can go on. */
    private static LinkRecord still(LinkRecord link) {
        return link.with(link.memory().attempt(0, null));
    }

    private static boolean isAsked(LinkRecord link, Instant now) {
        Instant asked = link.memory().askedAt();
        return asked != null && asked.plus(ASKING).isAfter(now);
    }

    private static List<Instant> within(List<Instant> times, Instant now, Duration lately) {
        return times.stream().filter(time -> time.plus(lately).isAfter(now)).toList();
    }
}

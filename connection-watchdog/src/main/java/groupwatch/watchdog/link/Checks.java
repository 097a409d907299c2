package groupwatch.watchdog.link;

import groupwatch.events.link.LinkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a check found, or that it failed: where it leads, and when the next one is due. */
@Component
class Checks {

    /** Once may be chance. */
    private static final int FAILURES = 2;

    private final Moves moves;
    private final LinkSettings settings;
    private final Pauses pauses;

    Checks(Moves moves, LinkSettings settings, Pauses pauses) {
        this.moves = moves;
        this.settings = settings;
        this.pauses = pauses;
    }

    LinkRecord looked(LinkRecord link, SetUp found, Instant now) {
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
            return Moves.still(seen.because(Cause.RECREATED, now));
        }
        return switch (found.state()) {
            case "open" -> stillOpen(seen, now);
            case "connecting" -> stillConnecting(seen, now);
            case "refused" -> moves.codesOver(seen, now);
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
        return link.status() == LinkStatus.DEGRADED ? link : moves.open(link, now);
    }

    private LinkRecord stillConnecting(LinkRecord link, Instant now) {
        switch (link.status()) {
            // it connects while it shows codes; and a dead link is judged, not believed
            case QR, PAIRING, DEGRADED:
                return link;
            default:
                break;
        }
        LinkRecord next = moves.connecting(link, now);
        if (next.cause() == Cause.NOT_LOOKED_AT || isOldStorm(next, now)) {
            return moves.tried(next.because(Cause.CONNECTING, now), now);
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
        return next.cause() == Cause.CONNECTING && attempt != null && !attempt.isAfter(now)
                ? moves.tried(next, now)
                : next;
    }

    private static boolean isOldStorm(LinkRecord link, Instant now) {
        Instant opened = link.memory().openSince();
        return link.cause() == Cause.RECONNECT_STORM
                && opened != null
                && !opened.plus(Moves.STORM_WITHIN).isAfter(now);
    }

    private LinkRecord stillClosed(LinkRecord link, SetUp found, Instant now) {
        boolean linkedOnce = link.memory().linkedOnce() || found.row().owner() != null;
        LinkRecord known = linkedOnce ? link.with(link.memory().linked()) : link;
        Integer code = isOld(found.row().closedAt(), known) ? null : found.row().closedBecause();
        return switch (known.status()) {
            // the events say when these are over
            case QR, PAIRING -> Moves.isAsked(known, now) ? known : moves.ended(known, code, now);
            default -> moves.ended(known, code, now);
        };
    }

    /** Evolution keeps the code of the last disconnection, also after the link was opened again. */
    private static boolean isOld(@Nullable Instant closedAt, LinkRecord link) {
        Instant opened = link.memory().openSince();
        return closedAt != null && opened != null && closedAt.isBefore(opened);
    }

    LinkRecord failed(LinkRecord link, Signal.Failed failed, Instant now) {
        LinkRecord next = lookFailed(link, failed, now);
        Instant attempt = next.memory().nextAttempt();
        return attempt != null && !attempt.isAfter(now) ? moves.tried(next, now) : next;
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
                LinkRecord gone = moves.missing(link, now);
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
}

package groupwatch.watchdog.link;

import groupwatch.events.link.LinkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where something leads that is told as well as found by a check. */
@Component
class Moves {

    /** What was asked for so long ago was not asked for: Evolution shows codes for 22 minutes at most. */
    private static final Duration ASKING = Duration.ofMinutes(25);

    static final Duration STORM_WITHIN = Duration.ofMinutes(10);

    private final LinkSettings settings;
    private final Pauses pauses;

    Moves(LinkSettings settings, Pauses pauses) {
        this.settings = settings;
        this.pauses = pauses;
    }

    LinkRecord connecting(LinkRecord link, Instant now) {
        return switch (link.status()) {
            case QR, PAIRING -> link.because(Cause.CODE_ACCEPTED, now);
            case OPEN, CLOSED, GATEWAY_DOWN -> tried(link.because(Cause.CONNECTING, now), now);
            // Evolution begins to show codes with it; or it is the restart of a dead link
            case NEW, LOGGED_OUT, RESTRICTED, PASSKEY_REQUIRED, MISSING, CONNECTING, DEGRADED -> link;
        };
    }

    LinkRecord open(LinkRecord link, Instant now) {
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

    LinkRecord opened(LinkRecord link, List<Instant> openings, Instant now) {
        List<Instant> all = Stream.concat(openings.stream(), Stream.of(now)).toList();
        LinkRecord opened = link.with(link.memory().opened(now, all).look(now.plus(pauses.untilCheck())));
        return all.size() >= settings.storm()
                ? opened.because(Cause.RECONNECT_STORM, now)
                : opened.because(Cause.OPEN, now);
    }

    LinkRecord ended(LinkRecord link, @Nullable Integer code, Instant now) {
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

    LinkRecord code(LinkRecord link, boolean typed, Instant now) {
        boolean wanted = !link.memory().linkedOnce() || isAsked(link, now);
        Cause cause = !wanted ? Cause.SESSION_LOST : typed ? Cause.PAIRING_CODE_SHOWN : Cause.QR_SHOWN;
        return still(link.because(cause, now));
    }

    LinkRecord codesOver(LinkRecord link, Instant now) {
        Cause cause = link.memory().linkedOnce() ? Cause.RELINK_RAN_OUT : Cause.CODES_RAN_OUT;
        LinkRecord over = link.status() == LinkStatus.RESTRICTED ? link : link.because(cause, now);
        return over.with(over.memory().asked(null).attempt(0, null));
    }

    LinkRecord missing(LinkRecord link, Instant now) {
        return link.because(Cause.INSTANCE_MISSING, now).with(link.memory().attempt(0, null));
    }

    /** One more attempt is due after a pause that grows. */
    LinkRecord tried(LinkRecord link, Instant now) {
        int attempts = link.memory().attempts() + 1;
        return link.with(link.memory().attempt(attempts, now.plus(pauses.beforeAttempt(attempts))));
    }

    /** Only a person can go on. */
    static LinkRecord still(LinkRecord link) {
        return link.with(link.memory().attempt(0, null));
    }

    static boolean isAsked(LinkRecord link, Instant now) {
        Instant asked = link.memory().askedAt();
        return asked != null && asked.plus(ASKING).isAfter(now);
    }

    static List<Instant> within(List<Instant> times, Instant now, Duration lately) {
        return times.stream().filter(time -> time.plus(lately).isAfter(now)).toList();
    }
}

package groupwatch.report.alert;

import groupwatch.events.link.Link;
import groupwatch.events.link.LinkState;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.report.alert.settings.AlertSettings;
import groupwatch.report.content.LinkAlert.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An outage, as far as its account's events have told it.
 *
 * @param revision of the event that told the rest
 * @param knownAt when it was noticed: one that only seemed open began long before, and is no alarm for that
 * @param heardAt when this service heard the last of it
 * @param status while it lasted, the last one
 * @param down whether the link is neither up nor being linked
 * @param removed whether its account was
 * @param downAt when the mails that say it is down were made
 * @param backAt when the mails that say it is over were made
 */
record KnownOutage(
        String id,
        String account,
        long revision,
        Instant from,
        @Nullable Instant to,
        @Nullable Long filledIn,
        @Nullable Long missing,
        Instant knownAt,
        Instant heardAt,
        LinkStatus status,
        String explanation,
        @Nullable String advice,
        boolean down,
        boolean removed,
        @Nullable Instant downAt,
        @Nullable Instant backAt) {

    /** Only a person can help. */
    private static final Set<LinkStatus> URGENT =
            Set.of(LinkStatus.LOGGED_OUT, LinkStatus.RESTRICTED, LinkStatus.PASSKEY_REQUIRED);

    /** Where the topic is read after a pause, the event that ends an outage comes just after the one that began it. */
    private static final Duration MORE_TO_HEAR = Duration.ofSeconds(3);

    /** The first that is heard of it. */
    static KnownOutage of(LinkState state, Outage outage, Instant noticedAt, Instant now) {
        Link link = state.link();
        return new KnownOutage(
                outage.id(),
                link.account(),
                state.revision(),
                outage.from(),
                outage.to(),
                outage.filledIn(),
                outage.missing(),
                noticedAt,
                now,
                link.status(),
                link.explanation(),
                link.advice(),
                isDown(link, outage),
                false,
                null,
                null);
    }

    /** More is heard of it. Why it came to be stays, once it is over. */
    KnownOutage heard(LinkState state, Outage outage, Instant noticedAt, Instant now) {
        Link link = state.link();
        boolean tells = outage.to() == null && !link.status().isUp();
        return new KnownOutage(
                id,
                account,
                state.revision(),
                outage.from(),
                outage.to(),
                outage.filledIn(),
                outage.missing(),
                noticedAt.isBefore(knownAt) ? noticedAt : knownAt,
                now,
                tells ? link.status() : status,
                tells ? link.explanation() : explanation,
                tells ? link.advice() : advice,
                isDown(link, outage),
                removed,
                downAt,
                backAt);
    }

    /** Over without a word of its end, for the account's link tells of a later time. */
    KnownOutage overAt(Instant end, Instant now) {
        Instant over = end.isBefore(from) ? from : end;
        return new KnownOutage(
                id,
                account,
                revision,
                from,
                over,
                filledIn,
                missing,
                knownAt,
                now,
                status,
                explanation,
                advice,
                false,
                removed,
                downAt,
                backAt);
    }

    private static boolean isDown(Link link, Outage outage) {
        return outage.to() == null && !link.status().isUp() && !link.status().isBeingLinked();
    }

    /** What is to be told of it now; absent: nothing. */
    @Nullable
    Kind due(AlertSettings settings, Instant now) {
        if (removed || now.isBefore(heardAt.plus(MORE_TO_HEAR))) {
            return null;
        }
        if (downAt == null) {
            Duration wait = URGENT.contains(status) ? settings.afterUrgent() : settings.after();
            return down && !now.isBefore(knownAt.plus(wait)) ? Kind.DOWN : null;
        }
        boolean over = to != null && (filledIn != null || !now.isBefore(to.plus(settings.backAfter())));
        return over && backAt == null ? Kind.BACK : null;
    }

    /** When it was over. */
    Instant end() {
        return Objects.requireNonNull(to);
    }
}

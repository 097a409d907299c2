package groupwatch.watchdog.link;

import groupwatch.events.link.Link;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's link, and what its state machine remembers.
 *
 * @param version of the row, for whoever writes the next: 0 = not written yet
 */
public record LinkRecord(Link link, Memory memory, long version) {

    /** @param nextLook when it is looked at first */
    static LinkRecord fresh(String account, Instant now, Instant nextLook) {
        Cause cause = Cause.NOT_LOOKED_AT;
        Link link = new Link(
                account,
                cause.status(),
                now,
                cause.word(),
                cause.explanation(),
                cause.advice(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new LinkRecord(link, Memory.fresh(nextLook), 0);
    }

    public LinkStatus status() {
        return link.status();
    }

    Cause cause() {
        return Cause.of(link.cause());
    }

    LinkRecord with(Memory changed) {
        return new LinkRecord(link, changed, version);
    }

    /** In a state for a reason; {@code since} moves with the status, not with the reason. */
    LinkRecord because(Cause cause, Instant now) {
        return because(cause, cause.explanation(), now);
    }

    LinkRecord because(Cause cause, String explanation, Instant now) {
        if (cause() == cause && link.explanation().equals(explanation)) {
            return this;
        }
        Instant since = cause.status() == link.status() ? link.since() : now;
        return with(new Link(
                link.account(),
                cause.status(),
                since,
                cause.word(),
                explanation,
                cause.advice(),
                link.phone(),
                link.profileName(),
                link.lastHeardAt(),
                link.evolutionVersion(),
                link.warnings(),
                link.outage()));
    }

    /** What is not told keeps what was known. */
    LinkRecord of(@Nullable String phone, @Nullable String profileName) {
        return with(new Link(
                link.account(),
                link.status(),
                link.since(),
                link.cause(),
                link.explanation(),
                link.advice(),
                phone == null ? link.phone() : phone,
                profileName == null ? link.profileName() : profileName.replace("\0", ""),
                link.lastHeardAt(),
                link.evolutionVersion(),
                link.warnings(),
                link.outage()));
    }

    LinkRecord gateway(@Nullable String version, List<Link.Warning> warnings) {
        return with(new Link(
                link.account(),
                link.status(),
                link.since(),
                link.cause(),
                link.explanation(),
                link.advice(),
                link.phone(),
                link.profileName(),
                link.lastHeardAt(),
                version == null ? link.evolutionVersion() : version,
                warnings,
                link.outage()));
    }

    public LinkRecord outage(@Nullable Outage outage) {
        return with(new Link(
                link.account(),
                link.status(),
                link.since(),
                link.cause(),
                link.explanation(),
                link.advice(),
                link.phone(),
                link.profileName(),
                link.lastHeardAt(),
                link.evolutionVersion(),
                link.warnings(),
                outage));
    }

    public LinkRecord heard(Instant at) {
        return with(new Link(
                link.account(),
                link.status(),
                link.since(),
                link.cause(),
                link.explanation(),
                link.advice(),
                link.phone(),
                link.profileName(),
                at,
                link.evolutionVersion(),
                link.warnings(),
                link.outage()));
    }

    private LinkRecord with(Link changed) {
        return new LinkRecord(changed, memory, version);
    }
}

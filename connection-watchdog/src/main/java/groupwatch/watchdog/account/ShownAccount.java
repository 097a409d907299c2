package groupwatch.watchdog.account;

import groupwatch.events.link.Link;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown; its key never is.
 *
 * @param state of its link
 * @param server absent: the suite's
 * @param key {@code ********} where it has one of its own
 */
record ShownAccount(
        String id,
        String name,
        LinkStatus state,
        Instant since,
        String cause,
        String explanation,
        @Nullable String advice,
        @Nullable String phone,
        @Nullable String profileName,
        @Nullable Instant lastHeardAt,
        @Nullable String evolutionVersion,
        List<Link.Warning> warnings,
        @Nullable Outage outage,
        @Nullable URI server,
        @Nullable String key,
        boolean fullHistory,
        Instant createdAt) {

    static final String KEPT = "********";

    static ShownAccount of(Account account, Link link) {
        return new ShownAccount(
                account.id(),
                account.id(),
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
                link.outage(),
                account.server(),
                account.sealedKey() == null ? null : KEPT,
                account.fullHistory(),
                account.createdAt());
    }
}

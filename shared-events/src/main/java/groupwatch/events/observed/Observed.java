package groupwatch.events.observed;

import groupwatch.events.identity.Jid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One received body, read.
 *
 * @param event the gateway's name of it; empty when there is none
 * @param instance name of the linked account's instance
 * @param account JID of the linked account, once the gateway knows it
 * @param emittedAt when the gateway told it (the same on every retry), by its clock
 */
public record Observed(
        String event,
        @Nullable String instance,
        @Nullable Jid account,
        @Nullable Instant emittedAt,
        List<Observation> observations) {

    public Observed {
        observations = observations == null ? List.of() : List.copyOf(observations);
    }
}

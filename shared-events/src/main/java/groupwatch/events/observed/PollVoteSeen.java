package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import java.util.List;

/**
 * Somebody voted; it replaces their earlier vote.
 *
 * @param options names of the chosen options; empty = taken back, or nobody could read the vote
 * @param exact whether {@code at} is the vote's own time; a summary of votes has none
 */
public record PollVoteSeen(String targetId, Jid chat, Identities voter, List<String> options, Instant at, boolean exact)
        implements Observation {

    public PollVoteSeen {
        options = options == null ? List.of() : List.copyOf(options);
    }
}

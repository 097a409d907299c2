package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group's description, whole or only what changed. Absent = this payload does not say.
 *
 * @param owner none = not told
 * @param participants complete when present
 * @param whole whether this is all there is to say of the group, not only a change
 * @param at when the gateway told it
 * @param author who changed it
 */
public record GroupSeen(
        Jid group,
        @Nullable String name,
        @Nullable String description,
        Identities owner,
        @Nullable Instant createdAt,
        @Nullable Boolean announceOnly,
        @Nullable Boolean locked,
        @Nullable Integer ephemeralSeconds,
        @Nullable Boolean community,
        @Nullable Jid linkedParent,
        @Nullable Integer size,
        @Nullable String inviteCode,
        @Nullable Boolean memberAddMode,
        @Nullable Boolean joinApprovalMode,
        @Nullable List<ParticipantSeen> participants,
        boolean whole,
        @Nullable Instant at,
        Identities author)
        implements Observation {}

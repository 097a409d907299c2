package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message was deleted for everyone.
 *
 * @param chat in a group: the group; in a direct chat it may be either side, so trust the id alone
 * @param by who deleted it (an admin may delete others' messages), as far as told
 * @param at when the gateway told it, else the epoch
 */
public record RevokeSeen(String targetId, @Nullable Jid chat, Identities by, Instant at) implements Observation {}

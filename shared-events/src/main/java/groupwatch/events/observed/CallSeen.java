package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;

/**
 * A call, at one of its steps.
 *
 * @param status offer, ringing, accept, reject, timeout, terminate
 */
public record CallSeen(
        String callId, Jid chat, Identities from, Instant at, String status, boolean video, boolean group)
        implements Observation {}

package groupwatch.summary.row;

import java.time.Instant;

/** A group, and since when it is known here. */
public record KnownGroup(String jid, Instant since) {}

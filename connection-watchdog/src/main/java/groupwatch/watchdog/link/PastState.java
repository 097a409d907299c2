package groupwatch.watchdog.link;

import groupwatch.events.link.LinkStatus;
import java.time.Instant;

/** A state that a link came into. */
public record PastState(Instant at, LinkStatus status, String cause, String explanation) {}

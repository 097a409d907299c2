package groupwatch.watchdog.link;

import groupwatch.events.EventId;
import groupwatch.events.link.Link;
import groupwatch.events.link.LinkState;
import groupwatch.events.link.LinkStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States as events. */
final class LinkStates {

    private static final int SCHEMA_VERSION = 1;

    private LinkStates() {}

    static LinkState of(Link link, long revision, @Nullable LinkStatus before, Set<String> changed, Instant at) {
        String id = EventId.of("LinkState", link.account(), Long.toString(revision), at.toString());
        return new LinkState(id, at, SCHEMA_VERSION, revision, link, before, changed);
    }
}

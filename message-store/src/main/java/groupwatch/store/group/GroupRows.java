package groupwatch.store.group;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rows of one group, before they are folded into what is shown. */
record GroupRows(
        String jid,
        long revision,
        @Nullable Instant lastActivity,
        boolean monitored,
        List<String> instances,
        List<Attribute> attributes,
        List<Membership> members) {}

package groupwatch.store.receive;

import groupwatch.events.observed.Observed;
import groupwatch.store.retention.KeptSince;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a batch may be kept: groups unless switched off, direct chats (all that is no group) only when asked for, and
 * nothing that is past its chat's retention.
 *
 * @param switchedOff groups that are not monitored, of those the batch names
 * @param keptSince for the groups the batch names
 */
public record Capture(boolean directChats, Set<String> switchedOff, KeptSince keptSince) {

    public Capture {
        switchedOff = Set.copyOf(switchedOff);
    }

    /** @param chat JID; absent where an event does not tell its chat, which then counts as a direct one */
    public boolean captures(@Nullable String chat) {
        return chat != null && chat.endsWith("@g.us") ? !switchedOff.contains(chat) : directChats;
    }

    /** Whether what happened then in that chat is kept still. */
    public boolean keeps(@Nullable String chat, Instant at) {
        return keptSince.keeps(chat, at);
    }

    /** What a record, or an item of one, tells, without what is past its chat's retention. */
    public Observed withinRetention(Observed observed) {
        return WithinRetention.of(observed, keptSince);
    }
}

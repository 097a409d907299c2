package groupwatch.events.observed;

import groupwatch.events.identity.Jid;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's, or a group's, name or picture.
 *
 * @param name a bare number in its place is left out
 */
public record ContactSeen(
        Jid jid, @Nullable String name, @Nullable String pictureUrl) implements Observation {}

package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import org.jspecify.annotations.Nullable;

/**
 * The state of an account's link.
 *
 * @param state connecting, open, close, refused, closed
 * @param statusReason an HTTP-like code
 * @param account whose it is, once open
 */
public record ConnectionSeen(
        @Nullable String state,
        @Nullable Integer statusReason,
        Identities account,
        @Nullable String profileName) implements Observation {}

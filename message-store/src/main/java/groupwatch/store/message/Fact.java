package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a message, as one payload told it; it may come before the message. */
sealed interface Fact {

    Instant at();

    /**
     * The text was changed.
     *
     * @param exact whether {@code at} is the edit's own time, not that of the webhook
     * @param text absent when only the recipient's phone can read it
     */
    record Edited(Instant at, boolean exact, @Nullable String text) implements Fact {}

    /** Deleted for everyone. */
    record Revoked(Identities by, Instant at) implements Fact {}

    /** @param emoji empty: the reaction was taken back */
    record Reacted(Identities by, Instant at, String emoji) implements Fact {}

    /** A vote replaces the earlier ones of its voter; without options it takes them back. */
    record Voted(Identities by, Instant at, boolean exact, List<String> options) implements Fact {}

    /** @param status SERVER_ACK, DELIVERY_ACK, READ… */
    record Acknowledged(Identities by, String status, Instant at) implements Fact {}

    /** @param status offer, ringing, accept, reject, timeout, terminate */
    record CallStep(Instant at, String status, boolean video, boolean group) implements Fact {}
}

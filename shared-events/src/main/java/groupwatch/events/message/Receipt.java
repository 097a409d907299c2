package groupwatch.events.message;

import groupwatch.events.identity.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message got with somebody.
 *
 * @param status WhatsApp's word: ERROR, PENDING, SERVER_ACK, DELIVERY_ACK, READ, PLAYED
 */
public record Receipt(
        @Nullable Person person, String status, @Nullable Instant at) {}

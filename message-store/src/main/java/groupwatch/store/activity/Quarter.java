package groupwatch.store.activity;

import java.time.Instant;

/**
 * A quarter of an hour of a chat, the unit in which activity is counted.
 *
 * @param scope the group's JID, or the instance of a direct chat
 * @param begins on the quarter, UTC
 */
public record Quarter(String scope, String chat, Instant begins) {

    public static final int SECONDS = 15 * 60;

    /** The quarter in which a message was sent. */
    public static Quarter of(String scope, String chat, Instant sentAt) {
        long quarter = Math.floorDiv(sentAt.getEpochSecond(), SECONDS);
        return new Quarter(scope, chat, Instant.ofEpochSecond(quarter * SECONDS));
    }
}

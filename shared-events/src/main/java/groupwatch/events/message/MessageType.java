package groupwatch.events.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of message it is, in the vocabulary of topics and the API. */
public enum MessageType {
    TEXT,
    IMAGE,
    VIDEO,
    /** A round video. */
    VIDEO_NOTE,
    AUDIO,
    VOICE,
    DOCUMENT,
    STICKER,
    REACTION,
    POLL,
    POLL_VOTE,
    LOCATION,
    LIVE_LOCATION,
    CONTACT,
    CONTACTS,
    BUTTON_REPLY,
    LIST_REPLY,
    INTERACTIVE_REPLY,
    INTERACTIVE,
    TEMPLATE,
    GROUP_INVITE,
    EVENT,
    /** The header of an album; its pictures are messages of their own that point at it. */
    ALBUM,
    PIN,
    KEEP,
    PRODUCT,
    ORDER,
    /** Whatever was posted as a status (story). */
    STATUS,
    /** An edit that only the recipient's phone can read. */
    EDIT_UNDECRYPTABLE,
    CALL,
    /** Something WhatsApp itself says in a chat. */
    SYSTEM,
    UNKNOWN;

    /** The word used in JSON. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word of a newer version reads as {@link #UNKNOWN}. */
    @JsonCreator
    public static MessageType of(String wire) {
        for (MessageType known : values()) {
            if (known.wire().equals(wire)) {
                return known;
            }
        }
        return UNKNOWN;
    }

    /** Whether a message of this kind is a file with a mime type and a size. */
    public boolean isMedia() {
        return switch (this) {
            case IMAGE, VIDEO, VIDEO_NOTE, AUDIO, VOICE, DOCUMENT, STICKER -> true;
            default -> false;
        };
    }
}

package groupwatch.store.activity;

import groupwatch.events.message.MessageType;
import java.util.Arrays;

/** What statistics count as a message: what a person said. The one place that decides it, for Java and SQL alike. */
public final class CountedTypes {

    private CountedTypes() {}

    /** Without a default, so that nobody adds a type without deciding. */
    public static boolean counts(MessageType type) {
        return switch (type) {
            case TEXT,
                    IMAGE,
                    VIDEO,
                    VIDEO_NOTE,
                    AUDIO,
                    VOICE,
                    DOCUMENT,
                    STICKER,
                    POLL,
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
                    PRODUCT,
                    ORDER,
                    STATUS -> true;
            // done to another message, or the header of pictures that are counted themselves
            case REACTION, POLL_VOTE, PIN, KEEP, ALBUM -> false;
            // said by nobody, or not known to be said
            case EDIT_UNDECRYPTABLE, CALL, SYSTEM, UNKNOWN -> false;
        };
    }

    /** As a statement takes them, in the words of the rows. */
    public static String[] words() {
        return Arrays.stream(MessageType.values())
                .filter(CountedTypes::counts)
                .map(MessageType::wire)
                .toArray(String[]::new);
    }
}

package groupwatch.store.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One thing that is true of a group until somebody changes it: its name, its description, a switch. The newest by time
 * wins, then the greater value, so that the order of arrival does not matter.
 *
 * @param name one of the constants, mostly called as the field of {@link groupwatch.events.group.Group} it fills
 */
record Attribute(String name, String value, Instant at) {

    static final String NAME = "name";

    /** What the account's list of chats calls it: shown until the group itself has told its name. */
    static final String CHAT_NAME = "chatName";

    static final String DESCRIPTION = "description";
    static final String OWNER = "owner";
    static final String CREATED_AT = "createdAt";
    static final String ANNOUNCE_ONLY = "announceOnly";
    static final String LOCKED = "locked";
    static final String EPHEMERAL_SECONDS = "ephemeralSeconds";
    static final String COMMUNITY = "community";
    static final String LINKED_PARENT = "linkedParent";
    static final String SIZE = "size";

    /** The whole list of participants; the value is a digest, so that the same list again is no change. */
    static final String PARTICIPANTS = "participants";

    /** Values compare by their UTF-8 bytes, as the database's column does, not by UTF-16 units. */
    private static final Comparator<Attribute> ORDER = Comparator.comparing(Attribute::at)
            .thenComparing(attribute -> attribute.value().getBytes(UTF_8), Arrays::compareUnsigned);

    Attribute newest(Attribute other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }
}

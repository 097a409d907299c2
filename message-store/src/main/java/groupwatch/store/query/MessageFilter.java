package groupwatch.store.query;

import groupwatch.events.message.MessageType;
import groupwatch.store.api.Cursor;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which of a group's messages are asked for, and from where on.
 *
 * @param types empty: all
 * @param sender any identity of a person: phone number, phone JID or LID; absent: everybody
 * @param from the first moment wanted
 * @param to the first moment no longer wanted
 * @param cursor the message after which the page begins
 */
public record MessageFilter(
        Set<String> types,
        @Nullable String sender,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean oldestFirst,
        @Nullable Cursor cursor,
        int limit) {

    private static final Set<String> KNOWN = Set.of("type", "sender", "from", "to", "has", "order", "cursor", "limit");

    private static final Set<String> TYPES =
            Arrays.stream(MessageType.values()).map(MessageType::wire).collect(Collectors.toUnmodifiableSet());

    /** What comes with a file. */
    private static final Set<String> MEDIA =
            Set.of("image", "video", "video_note", "audio", "voice", "document", "sticker");

    /** Reads the query parameters; a wrong one is answered with 400 naming it. */
    static MessageFilter of(MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, KNOWN);
        Instant from = parameters.time("from");
        Instant to = parameters.time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw Parameters.bad("to", "must be later than from");
        }
        return new MessageFilter(
                types(parameters),
                Jids.person(parameters.text("sender")),
                from,
                to,
                parameters.oneOf("order", "desc", Set.of("asc", "desc")).equals("asc"),
                Cursor.parse(parameters.text("cursor")),
                parameters.limit());
    }

    /**
     * Reads {@code type}, {@code sender}, {@code has} and {@code order} for reading in bulk: no page, no cursor.
     *
     * @param order what {@code order} is unless given
     */
    public static MessageFilter inBulk(
            Parameters parameters, @Nullable Instant from, @Nullable Instant to, String order, int limit) {
        return new MessageFilter(
                types(parameters),
                Jids.person(parameters.text("sender")),
                from,
                to,
                parameters.oneOf("order", order, Set.of("asc", "desc")).equals("asc"),
                null,
                limit);
    }

    /** Whether rows have to be looked at to know if they are wanted. */
    public boolean isSelective() {
        return !types.isEmpty() || sender != null;
    }

    private static Set<String> types(Parameters parameters) {
        Set<String> types = new TreeSet<>();
        String text = parameters.text("type");
        if (text != null) {
            types.addAll(List.of(text.split(",", -1)));
            if (!TYPES.containsAll(types)) {
                throw Parameters.bad(
                        "type", "must be of " + TYPES.stream().sorted().toList());
            }
        }
        String has = parameters.oneOf("has", "", Set.of("media"));
        if (has.isEmpty()) {
            return types;
        }
        if (types.isEmpty()) {
            return MEDIA;
        }
        types.retainAll(MEDIA);
        if (types.isEmpty()) {
            throw Parameters.bad("has", "does not go with a type that has no media");
        }
        return types;
    }
}

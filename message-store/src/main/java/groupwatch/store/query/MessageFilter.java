package groupwatch.store.query;

import groupwatch.events.message.MessageType;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted.
 *
 * @param types empty: all
 * @param sender any identity of a person: phone number, phone JID or LID; absent: everybody
 * @param from the first moment wanted
 * @param to the first moment no longer wanted
 * @param account the linked account that saw them; absent: any
 */
public record MessageFilter(
        Set<String> types,
        @Nullable String sender,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String account) {

    /** The parameters that {@link #of} reads. */
    public static final Set<String> PARAMETERS = Set.of("type", "has", "sender", "from", "to", "account");

    /** Everything but what nobody told the time of: that lies at the epoch. */
    static final MessageFilter TIMED =
            new MessageFilter(Set.of(), null, Instant.EPOCH.plus(1, ChronoUnit.MICROS), null, null);

    private static final Set<String> TYPES =
            Arrays.stream(MessageType.values()).map(MessageType::wire).collect(Collectors.toUnmodifiableSet());

    /** What comes with a file. */
    private static final Set<String> MEDIA =
            Set.of("image", "video", "video_note", "audio", "voice", "document", "sticker");

    /** Reads the query parameters; a wrong one is answered with 400 naming it. */
    public static MessageFilter of(Parameters parameters) {
        Instant from = parameters.time("from");
        Instant to = parameters.time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw Parameters.bad("to", "must be later than from");
        }
        return new MessageFilter(
                types(parameters),
                Jids.person("sender", parameters.text("sender")),
                from,
                to,
                parameters.text("account"));
    }

    public MessageFilter sentBy(@Nullable String person) {
        return new MessageFilter(types, person, from, to, account);
    }

    public MessageFilter during(@Nullable Instant from, @Nullable Instant to) {
        return new MessageFilter(types, sender, from, to, account);
    }

    /** Seen by any linked account. */
    public MessageFilter seenByAny() {
        return new MessageFilter(types, sender, from, to, null);
    }

    /** Whether rows have to be looked at to know if they are wanted. */
    public boolean isSelective() {
        return !types.isEmpty() || sender != null || account != null;
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

package groupwatch.store.search.query;

import groupwatch.events.message.MessageType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a message can have: {@code has:link}. Those with types are had by the messages of these types. */
public enum Feature {
    MEDIA(
            MessageType.IMAGE,
            MessageType.VIDEO,
            MessageType.VIDEO_NOTE,
            MessageType.AUDIO,
            MessageType.VOICE,
            MessageType.DOCUMENT,
            MessageType.STICKER),
    IMAGE(MessageType.IMAGE),
    VIDEO(MessageType.VIDEO, MessageType.VIDEO_NOTE),
    AUDIO(MessageType.AUDIO, MessageType.VOICE),
    VOICE(MessageType.VOICE),
    DOCUMENT(MessageType.DOCUMENT),
    STICKER(MessageType.STICKER),
    LOCATION(MessageType.LOCATION, MessageType.LIVE_LOCATION),
    CONTACT(MessageType.CONTACT, MessageType.CONTACTS),
    POLL(MessageType.POLL),
    EVENT(MessageType.EVENT),
    /** A web address in the text. */
    LINK,
    /** It answers a message. */
    REPLY,
    MENTION,
    /** It was edited. */
    EDIT,
    /** Somebody reacted to it, and did not take that back. */
    REACTION;

    private final Set<MessageType> types;

    Feature(MessageType... types) {
        this.types = Set.of(types);
    }

    /** Empty where the type does not tell. */
    public Set<MessageType> types() {
        return types;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Feature> of(String word) {
        return Arrays.stream(values())
                .filter(feature -> feature.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Feature::word).sorted().collect(Collectors.joining(", "));
    }
}

package groupwatch.summary.testing;

import groupwatch.events.identity.Person;
import groupwatch.events.message.Edit;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.events.message.Reaction;
import groupwatch.events.message.Reply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented people, and what they write. */
public final class People {

    public static final Person ANA = new Person("5511999990001@s.whatsapp.net", null, "5511999990001", "Ana");

    /** Whose name only the group's list of people tells. */
    public static final Person BRUNO = new Person("5511999990002@s.whatsapp.net", null, "5511999990002", null);

    /** Whom nobody has named. */
    public static final Person NOBODY = new Person("5511999990003@s.whatsapp.net", null, "5511999990003", null);

    private People() {}

    public static Message text(String group, String id, Person sender, Instant at, String text) {
        return message(group, id, sender, at, text, null, null, null, List.of(), 1);
    }

    public static Message reply(String group, String id, Person sender, Instant at, String text, Reply to) {
        return message(group, id, sender, at, text, to, null, null, List.of(), 1);
    }

    public static Message edited(Message message, String text) {
        Instant at = message.sentAt() == null ? Instant.EPOCH : message.sentAt().plusSeconds(60);
        return message(
                message.chat(),
                message.id(),
                message.sender(),
                message.sentAt(),
                text,
                message.replyTo(),
                at,
                null,
                List.of(),
                2);
    }

    /** As the store shows it: without its words. */
    public static Message revoked(Message message) {
        Instant at = message.sentAt() == null ? Instant.EPOCH : message.sentAt().plusSeconds(90);
        return message(
                message.chat(),
                message.id(),
                message.sender(),
                message.sentAt(),
                null,
                message.replyTo(),
                null,
                at,
                List.of(),
                3);
    }

    public static Message reactedTo(Message message, Person... people) {
        return message(
                message.chat(),
                message.id(),
                message.sender(),
                message.sentAt(),
                message.text(),
                message.replyTo(),
                null,
                null,
                List.of(people).stream()
                        .map(person -> new Reaction(person, "👍", message.sentAt()))
                        .toList(),
                4);
    }

    /** @param transcript absent until somebody has listened */
    public static Message voice(String group, String id, Person sender, Instant at, @Nullable String transcript) {
        Media media = new Media(
                MessageType.VOICE,
                "audio/ogg",
                1000L,
                null,
                null,
                5,
                null,
                null,
                null,
                null,
                MediaState.STORED,
                null,
                null,
                transcript,
                null);
        return message(group, id, sender, at, null, null, null, null, List.of(), 1, media);
    }

    private static Message message(
            String group,
            String id,
            @Nullable Person sender,
            @Nullable Instant at,
            @Nullable String text,
            @Nullable Reply replyTo,
            @Nullable Instant editedAt,
            @Nullable Instant revokedAt,
            List<Reaction> reactions,
            long revision) {
        return message(group, id, sender, at, text, replyTo, editedAt, revokedAt, reactions, revision, null);
    }

    private static Message message(
            String group,
            String id,
            @Nullable Person sender,
            @Nullable Instant at,
            @Nullable String text,
            @Nullable Reply replyTo,
            @Nullable Instant editedAt,
            @Nullable Instant revokedAt,
            List<Reaction> reactions,
            long revision,
            @Nullable Media media) {
        return new Message(
                id,
                group,
                true,
                List.of("phone"),
                revision,
                sender,
                false,
                media == null ? MessageType.TEXT : media.kind(),
                text,
                at,
                editedAt,
                revokedAt,
                null,
                replyTo,
                null,
                media,
                reactions,
                editedAt == null ? List.of() : List.of(new Edit(text, editedAt)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                Origin.WEBHOOK);
    }
}

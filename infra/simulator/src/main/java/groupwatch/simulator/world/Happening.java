package groupwatch.simulator.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happens in a group. Message ids are unique in the world. */
public sealed interface Happening {

    Instant at();

    Room room();

    /**
     * @param id the message's id, in the form phones make them
     * @param by absent: the linked account itself
     * @param replyTo id of the message it answers
     */
    record Said(
            String id,
            Instant at,
            Room room,
            @Nullable Persona by,
            Content content,
            @Nullable String replyTo,
            List<Persona> mentions)
            implements Happening {}

    /** @param target id of the message */
    record Edited(
            String target, Instant at, Room room, @Nullable Persona by, String text) implements Happening {}

    record Revoked(
            String target, Instant at, Room room, @Nullable Persona by) implements Happening {}

    /** @param emoji empty: taken back */
    record Reacted(
            String id,
            String target,
            Instant at,
            Room room,
            @Nullable Persona by,
            String emoji) implements Happening {}

    record Voted(
            String id,
            String target,
            Instant at,
            Room room,
            @Nullable Persona by,
            List<String> options) implements Happening {}

    record Joined(
            Instant at, Room room, Persona who, @Nullable Persona by) implements Happening {}

    record Left(Instant at, Room room, Persona who) implements Happening {}
}

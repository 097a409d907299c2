package groupwatch.simulator.demo;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plays cues in a room and remembers which message has which tag. One scene is one script, or one dialogue. */
final class Scene {

    /** Who the scripts mean by the linked account's own messages. */
    static final String ME = "me";

    private static final Pattern MENTION = Pattern.compile("(?<!\\w)@([A-Z]\\w*)");

    private final Room room;
    private final Cast cast;
    private final Chance chance;
    private final Map<String, String> ids = new HashMap<>();

    Scene(Room room, Cast cast, Chance chance) {
        this.room = room;
        this.cast = cast;
        this.chance = chance;
    }

    /**
     * @param wording fills in what the written text leaves open
     * @param key tells this moment from all others of the room
     */
    Happening play(
            Instant at, @Nullable Persona by, Cue cue, UnaryOperator<String> wording, Source.Line line, String key) {
        String id = chance.id(by, room.jid(), key);
        return switch (cue) {
            case Cue.Say say -> said(id, at, by, say, wording, line);
            case Cue.Edit edit -> {
                String text = mentioning(wording.apply(edit.text()), new ArrayList<>(), line);
                yield new Happening.Edited(id(edit.target()), at, room, by, text);
            }
            case Cue.Revoke revoke -> new Happening.Revoked(id(revoke.target()), at, room, by);
            case Cue.React react -> new Happening.Reacted(id, id(react.target()), at, room, by, react.emoji());
            case Cue.Vote vote -> {
                List<String> options = vote.options().stream().map(wording).toList();
                yield new Happening.Voted(id, id(vote.target()), at, room, by, options);
            }
            case Cue.Join join -> new Happening.Joined(at, room, Objects.requireNonNull(by), adder(join, line));
            case Cue.Leave leave -> new Happening.Left(at, room, Objects.requireNonNull(by));
        };
    }

    private Happening said(
            String id, Instant at, @Nullable Persona by, Cue.Say say, UnaryOperator<String> wording, Source.Line line) {
        List<Persona> mentions = new ArrayList<>();
        Content content = Wording.in(say.content(), text -> mentioning(wording.apply(text), mentions, line));
        if (say.tag() != null) {
            ids.put(say.tag(), id);
        }
        String replyTo = say.replyTo() == null ? null : id(say.replyTo());
        return new Happening.Said(id, at, room, by, content, replyTo, mentions);
    }

    private @Nullable Persona adder(Cue.Join join, Source.Line line) {
        return join.by() == null || join.by().equals(ME)
                ? null
                : cast.named(join.by(), line).persona();
    }

    private String id(String tag) {
        return Objects.requireNonNull(ids.get(tag), tag);
    }

    /** WhatsApp's text has the phone number where people see a name. */
    private String mentioning(String text, List<Persona> mentions, Source.Line line) {
        Matcher mention = MENTION.matcher(text);
        return mention.replaceAll(found -> {
            Persona mentioned = cast.named(found.group(1), line).persona();
            if (!mentions.contains(mentioned)) {
                mentions.add(mentioned);
            }
            return "@" + mentioned.phone();
        });
    }
}

package groupwatch.simulator.play;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.media.Noise;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Utterance;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a story's happenings while they happen. */
final class Narrator {

    private static final int ONE_TYPES = 5;

    private final Instance instance;
    private final Teller teller;

    Narrator(Instance instance) {
        this.instance = instance;
        this.teller = new Teller(instance);
    }

    List<Event> tell(Happening happening) {
        var chat = instance.groups().chat(happening.room());
        if (teller.ignores(chat)) {
            move(happening);
            return List.of();
        }
        return switch (happening) {
            case Happening.Said said -> say(said, chat);
            case Happening.Edited edited -> teller.edit(edited.target(), chat, edited.by(), edited.at(), edited.text());
            case Happening.Revoked revoked -> teller.revoke(revoked.target(), chat, revoked.by());
            case Happening.Reacted reacted ->
                teller.react(reacted.id(), reacted.target(), chat, reacted.by(), reacted.at(), reacted.emoji());
            case Happening.Voted voted -> vote(voted, chat);
            case Happening.Joined joined -> {
                move(joined);
                yield change(joined.room(), "add", joined.who(), joined.by());
            }
            case Happening.Left left -> {
                move(left);
                yield change(left.room(), "remove", left.who(), null);
            }
        };
    }

    /** Who joined or left is in the group or not, whether that is told or not. */
    void move(Happening happening) {
        switch (happening) {
            case Happening.Joined joined -> instance.groups().join(joined.room(), joined.who());
            case Happening.Left left -> instance.groups().leave(left.room(), left.who());
            default -> {}
        }
    }

    Utterance utterance(Happening.Said said) {
        var chat = instance.groups().chat(said.room());
        var mentioned = said.mentions().stream().map(chat.addressing()::jid).toList();
        var quote = said.replyTo() == null ? null : teller.quote(said.replyTo(), chat);
        return new Utterance(
                said.id(),
                chat,
                said.by(),
                said.at(),
                mentioning(said.content(), said.mentions(), chat),
                quote,
                mentioned,
                Utterance.Wrapping.NONE,
                said.id());
    }

    Teller teller() {
        return teller;
    }

    private List<Event> say(Happening.Said said, Chat.Group chat) {
        var events = new ArrayList<Event>();
        if (Noise.number(said.id() + "typing", ONE_TYPES) == 0) {
            events.add(teller.typing(chat, said.by()));
        }
        events.addAll(teller.say(utterance(said)));
        return events;
    }

    /** WhatsApp writes digits where people see a name: those by which the group knows its people. */
    private static Content mentioning(Content content, List<Persona> mentions, Chat.Group chat) {
        if (!(content instanceof Content.Text text)) {
            return content;
        }
        var written = text.text();
        for (var mentioned : mentions) {
            var digits = "@" + chat.addressing().digits(mentioned);
            written = written.replace("@" + mentioned.name(), digits).replace("@" + mentioned.phone(), digits);
        }
        return new Content.Text(written);
    }

    private List<Event> vote(Happening.Voted voted, Chat.Group chat) {
        var options = new ArrayList<String>();
        instance.messages()
                .find(voted.target())
                .ifPresent(poll -> poll.quoted()
                        .properties()
                        .forEach(content -> content.getValue()
                                .path("options")
                                .forEach(option ->
                                        options.add(option.path("optionName").asString("")))));
        return teller.vote(
                voted.id(),
                voted.target(),
                chat,
                voted.by(),
                voted.at(),
                options.isEmpty() ? voted.options() : options,
                voted.options());
    }

    private List<Event> change(Room room, String action, Persona who, @Nullable Persona by) {
        return List.of(Event.of(
                "group-participants.update", instance.groups().json(room).change(action, who, by)));
    }
}

package groupwatch.simulator.play;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.media.Corrupted;
import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.store.FileFate;
import groupwatch.simulator.store.FileSource;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Changes;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Keys;
import groupwatch.simulator.wire.SideJson;
import groupwatch.simulator.wire.Utterance;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells what people do, as one instance gets to know it: remembers it, and makes the events of it. May take some milliseconds. */
public final class Teller {

    /** A webhook is made in memory. */
    private static final long LARGEST_ALONG = 16 * 1024 * 1024;

    private final Instance instance;

    public Teller(Instance instance) {
        this.instance = instance;
    }

    /** Whether nothing is remembered or told of a chat. */
    public boolean ignores(Chat chat) {
        return instance.ignores(chat.jid());
    }

    /** A message, and the two events about contact and chat that come with every message. */
    public List<Event> say(Utterance said) {
        return say(said, FileFate.WHOLE);
    }

    /** @param fate of the file, when somebody asks for it; what is gone or damaged does not come along whole either */
    public List<Event> say(Utterance said, FileFate fate) {
        if (ignores(said.chat())) {
            return List.of();
        }
        var data = instance.json().live(said);
        keep(said, data, fate);
        var events = new ArrayList<Event>();
        events.add(Event.of("messages.upsert", instance.link().base64() ? withFile(said, data, fate) : data));
        events.addAll(side(said));
        return events;
    }

    /** A message of the past that is told in a history chunk. */
    public ObjectNode past(Utterance said, boolean remembered) {
        var data = instance.json().history(said);
        if (remembered) {
            keep(said, data, FileFate.WHOLE);
        }
        return data;
    }

    /** A message of the past: remembered now, told in a history chunk. */
    KeptMessage remember(Utterance said) {
        return keep(said, instance.json().history(said), FileFate.WHOLE);
    }

    private KeptMessage keep(Utterance said, ObjectNode data, FileFate fate) {
        var hasFile = switch (said.content()) {
            case Content.Image image -> true;
            case Content.Video video -> true;
            case Content.Voice voice -> true;
            case Content.Document document -> true;
            case Content.Sticker sticker -> true;
            default -> false;
        };
        FileSource file = new Kept(said, fate);
        return instance.messages().keep(data, hasFile ? file : null);
    }

    private record Kept(Utterance said, FileFate fate) implements FileSource {

        @Override
        public MediaFile file() {
            return Objects.requireNonNull(said.file());
        }
    }

    /** Only what is not wrapped gets its file along, and only what Evolution itself could get. */
    private static ObjectNode withFile(Utterance said, ObjectNode data, FileFate fate) {
        var file = said.wrapping() == Utterance.Wrapping.NONE ? said.file() : null;
        if (file != null && !(fate instanceof FileFate.Expired) && file.length() <= LARGEST_ALONG) {
            ((ObjectNode) data.path("message")).put("base64", base64(file, fate));
        }
        return data;
    }

    private static String base64(MediaFile file, FileFate fate) {
        try (var stream = fate instanceof FileFate.Corrupt ? new Corrupted(file.open(), file.length()) : file.open()) {
            return Base64.getEncoder().encodeToString(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Event> side(Utterance said) {
        var jid = said.chat().jid();
        instance.chats().put(jid, null, said.at());
        var events = new ArrayList<Event>();
        if (said.chat() instanceof Chat.Direct direct
                && instance.contacts().put(jid, direct.peer().name(), said.at())) {
            events.add(Event.of(
                    "contacts.upsert", SideJson.contact(jid, direct.peer().name(), instance.id())));
        } else {
            events.add(SideJson.contactUpdate(person(said.chat(), said.by()), instance.id()));
        }
        events.add(SideJson.chatUpdate(jid, instance.id()));
        return events;
    }

    /** Somebody is typing. */
    public Event typing(Chat chat, @Nullable Persona by) {
        return SideJson.presence(chat.jid(), person(chat, by), "composing");
    }

    public List<Event> edit(String target, Chat chat, @Nullable Persona by, Instant at, String text) {
        var row = instance.messages().find(target);
        var content = Changes.edited(row.map(KeptMessage::messageType).orElse("conversation"), text);
        var events = new ArrayList<Event>();
        events.add(Event.of("messages.edited", Changes.edit(bySender(chat, by, target, null), content.deepCopy(), at)));
        row.ifPresent(kept -> {
            instance.messages().edit(kept, content.deepCopy(), at);
            instance.messages().update(kept, "EDITED");
            instance.messages().update(kept, "SERVER_ACK");
            events.add(Event.of("messages.update", Changes.editedUpdate(kept.row(), content, instance.id())));
        });
        return events;
    }

    public List<Event> revoke(String target, Chat chat, @Nullable Persona by) {
        var row = instance.messages().find(target);
        var author = row.map(KeptMessage::participant).orElse("");
        var others =
                chat instanceof Chat.Group && author != null && !author.isEmpty() && !author.equals(person(chat, by));
        row.ifPresent(kept -> instance.messages().update(kept, "DELETED"));
        return List.of(
                Event.of("messages.edited", Changes.revoke(bySender(chat, by, target, others ? author : null))),
                Event.of("messages.delete", Changes.deleted(chat, by, instance.account(), target)));
    }

    /** @param emoji empty: taken back */
    public List<Event> react(String id, String target, Chat chat, @Nullable Persona by, Instant at, String emoji) {
        var data = reaction(id, target, chat, by, at, emoji, false);
        instance.messages().keep(data, null);
        return List.of(
                Event.of("messages.upsert", data),
                SideJson.contactUpdate(person(chat, by), instance.id()),
                SideJson.chatUpdate(chat.jid(), instance.id()));
    }

    KeptMessage rememberReaction(String id, String target, Chat chat, @Nullable Persona by, Instant at, String emoji) {
        return instance.messages().keep(reaction(id, target, chat, by, at, emoji, true), null);
    }

    private ObjectNode reaction(
            String id, String target, Chat chat, @Nullable Persona by, Instant at, String emoji, boolean history) {
        return instance.json().reaction(id, chat, by, at, target(target, chat), emoji, history);
    }

    public List<Event> vote(
            String id,
            String target,
            Chat chat,
            @Nullable Persona by,
            Instant at,
            List<String> options,
            List<String> chosen) {
        var data = instance.json().vote(id, chat, by, at, target(target, chat), options, chosen);
        instance.messages().keep(data, null);
        return List.of(Event.of("messages.upsert", data), SideJson.chatUpdate(chat.jid(), instance.id()));
    }

    /** What it quotes, as far as it is remembered. */
    public Utterance.Quote quote(String target, Chat chat) {
        var row = instance.messages().find(target);
        var author = row.map(KeptMessage::participant)
                .filter(jid -> !jid.isEmpty())
                .orElseGet(() -> writer(row.orElse(null), chat));
        return new Utterance.Quote(target, author, row.map(KeptMessage::quoted).orElse(null));
    }

    private String writer(@Nullable KeptMessage row, Chat chat) {
        return row != null && row.fromMe() ? instance.account().phoneJid() : chat.jid();
    }

    private ObjectNode target(String id, Chat chat) {
        var row = instance.messages().find(id);
        return Keys.target(
                chat.jid(),
                row.map(KeptMessage::fromMe).orElse(false),
                id,
                row.map(KeptMessage::participant).orElse(null));
    }

    /** A key from the perspective of who wrote it: in a direct chat the other side's chat is with us. */
    private ObjectNode bySender(Chat chat, @Nullable Persona by, String id, @Nullable String author) {
        var ownChat = by == null || chat instanceof Chat.Group
                ? chat.jid()
                : instance.account().phoneJid();
        return Keys.target(ownChat, author == null, id, author);
    }

    private String person(Chat chat, @Nullable Persona by) {
        var person = by == null ? instance.account() : by;
        return switch (chat) {
            case Chat.Group group -> group.addressing().jid(person);
            case Chat.Direct direct -> by == null ? person.phoneJid() : direct.jid();
        };
    }
}

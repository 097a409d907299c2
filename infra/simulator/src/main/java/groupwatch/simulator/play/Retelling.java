package groupwatch.simulator.play;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Addressing;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.GroupJson;
import groupwatch.simulator.wire.HistoryJson;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.SideJson;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

/** Tells the past after pairing: groups and people first, then the messages in chunks, the newest chunk first. */
final class Retelling {

    private static final int CHUNK = 200;

    private final Instance instance;
    private final Narrator narrator;
    private final List<KeptMessage> rows = new ArrayList<>();

    Retelling(Instance instance, Narrator narrator) {
        this.instance = instance;
        this.narrator = narrator;
    }

    /** Remembers what was; who joined or left meanwhile is in the groups or not. */
    void remember(List<Happening> happenings) {
        happenings.forEach(narrator::move);
        var past = Past.of(happenings.stream()
                .filter(happening -> !instance.ignores(happening.room().jid()))
                .toList());
        for (var happening : past.happenings()) {
            if (happening instanceof Happening.Said said) {
                rows.add(said(said, past.votes().getOrDefault(said.id(), Map.of())));
            } else if (happening instanceof Happening.Reacted reacted) {
                rows.add(narrator.teller()
                        .rememberReaction(
                                reacted.id(),
                                reacted.target(),
                                instance.groups().chat(reacted.room()),
                                reacted.by(),
                                reacted.at(),
                                reacted.emoji()));
            }
        }
    }

    /** Contacts and groups are known from the start, also when the past was told before. */
    void meet(Instant at) {
        instance.groups().people().forEach(person -> instance.contacts().put(person.phoneJid(), person.name(), at));
        instance.groups().rooms().forEach(room -> {
            instance.contacts().put(room.jid(), room.subject(), at);
            instance.chats().put(room.jid(), room.subject(), at);
        });
    }

    Flux<Event> events() {
        return Flux.concat(Flux.defer(() -> Flux.fromIterable(acquaintances())), chunks());
    }

    private List<Event> acquaintances() {
        var rooms = instance.groups().rooms();
        var contacts = new ArrayList<ObjectNode>();
        instance.groups().people().stream()
                .map(person -> SideJson.contact(person.phoneJid(), person.name(), instance.id()))
                .forEach(contacts::add);
        rooms.stream().map(this::contact).forEach(contacts::add);
        var groups = Json.array();
        instance.groups().all().stream().map(GroupJson::metadata).forEach(groups::add);
        return List.of(
                HistoryJson.chats(rooms.stream()
                        .map(room -> SideJson.chat(room.jid(), room.subject(), null, instance.id()))
                        .toList()),
                HistoryJson.contacts(contacts),
                Event.of("groups.upsert", groups));
    }

    private ObjectNode contact(Room room) {
        return SideJson.contact(room.jid(), room.subject(), instance.id());
    }

    private Flux<Event> chunks() {
        var chunks = (rows.size() + CHUNK - 1) / CHUNK;
        return Flux.range(0, chunks).concatMap(order -> Flux.defer(() -> chunk(order, chunks)), 1);
    }

    private Flux<Event> chunk(int order, int chunks) {
        var to = rows.size() - order * CHUNK;
        var messages = rows.subList(Math.max(0, to - CHUNK), to);
        var progress = 100 * (order + 1) / chunks;
        return Flux.just(
                HistoryJson.notification(instance.name(), order + 1, progress, messages.size()),
                HistoryJson.messages(messages.stream().map(KeptMessage::data).toList(), order == 0, progress));
    }

    private KeptMessage said(Happening.Said said, Map<Past.Voter, List<String>> votes) {
        var row = narrator.teller().remember(narrator.utterance(said));
        if (said.content() instanceof Content.Poll poll && !votes.isEmpty()) {
            instance.messages()
                    .tally(
                            row,
                            tally(
                                    poll,
                                    votes,
                                    instance.groups().chat(said.room()).addressing()));
        }
        return row;
    }

    private ObjectNode tally(Content.Poll poll, Map<Past.Voter, List<String>> votes, Addressing addressing) {
        var tally = Json.object();
        var updates = tally.putArray("pollUpdates");
        for (var option : poll.options()) {
            var voters = updates.addObject().put("name", option).putArray("voters");
            votes.forEach((voter, chosen) -> {
                if (chosen.contains(option)) {
                    voters.add(addressing.jid(person(voter.persona())));
                }
            });
        }
        return tally;
    }

    private Persona person(@Nullable Persona persona) {
        return persona == null ? instance.account() : persona;
    }
}

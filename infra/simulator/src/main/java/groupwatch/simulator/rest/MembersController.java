package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.media.Noise;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator/{instance}/members}: people join groups and leave them, and it may be that nobody tells. */
@RestController
class MembersController {

    private static final String DIGITS = "\\d{7,15}";

    /**
     * {@code {"group": "…@g.us", "add": ["5511999990001"], "remove": ["5511999990002"], "told": false}}. A group that is not there is made
     * when there is a {@code subject}; the first who is added made it.
     */
    @PostMapping("/simulator/{instance}/members")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ObjectNode> change(Instance instance, @RequestBody JsonNode body) {
        var added = people(instance, body.path("add"));
        var removed = people(instance, body.path("remove"));
        var room = room(instance, body, added);
        var events = new ArrayList<Event>();
        for (var who : added) {
            instance.groups().join(room, who);
            events.add(event(instance, room, "add", who));
        }
        for (var who : removed) {
            instance.groups().leave(room, who);
            events.add(event(instance, room, "remove", who));
        }
        var told = body.path("told").asBoolean(false) && !instance.ignores(room.jid());
        var answer = Json.object()
                .put("group", room.jid())
                .put("size", instance.groups().json(room).participants().size())
                .put("told", told);
        return told ? instance.outbox().send(events.toArray(Event[]::new)).thenReturn(answer) : Mono.just(answer);
    }

    private static Event event(Instance instance, Room room, String action, Persona who) {
        return Event.of(
                "group-participants.update", instance.groups().json(room).change(action, who, null));
    }

    private static Room room(Instance instance, JsonNode body, List<Persona> added) {
        var jid = body.path("group").asString("");
        var subject = body.path("subject").asString("");
        var known = instance.groups().rooms().stream()
                .filter(room -> room.jid().equals(jid))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (subject.isEmpty() || added.isEmpty() || !jid.endsWith("@g.us")) {
            throw EvolutionException.notFound(
                    "The group is not known; to make one it takes a subject and somebody to add");
        }
        return new Room(jid, subject, "", "en", ZoneOffset.UTC, List.of(added.getFirst()));
    }

    /** By their numbers: who is in any group is the same here. */
    private static List<Persona> people(Instance instance, JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .map(number -> number.asString(""))
                .map(number -> instance.groups().people().stream()
                        .filter(person -> person.phone().equals(number))
                        .findFirst()
                        .orElseGet(() -> stranger(number)))
                .toList();
    }

    private static Persona stranger(String number) {
        if (!number.matches(DIGITS)) {
            throw EvolutionException.badRequest("add and remove take numbers of 7 to 15 digits");
        }
        return new Persona(
                "Simulated " + number.substring(number.length() - 4),
                number,
                "28%08d%04d".formatted(Noise.number(number, 100_000_000), Noise.number("lid" + number, 10_000)));
    }
}

package groupwatch.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.message.MessageType;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.UnknownObservation;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.testing.RunningSimulator;
import groupwatch.simulator.time.Delays;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Room;
import groupwatch.simulator.world.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole demo, as the suite gets to read it. */
class DemoTellingTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T10:30:00Z");
    private static final int LIVE = 200;
    private static RunningSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void isToldWithEveryMessageOnceAndNothingTheSuiteDoesNotUnderstand() {
        var scenario = cut(new Scenarios().write("demo", 1, BEGIN).orElseThrow());
        var told = play(scenario);

        assertThat(told).noneMatch(UnknownObservation.class::isInstance);
        var past = Past.of(scenario.history(BEGIN).stream()
                .filter(happening -> happening.at().isBefore(BEGIN.minus(Duration.ofDays(1))))
                .toList());
        var expected = Stream.of(
                        past.happenings().stream(),
                        scenario.history(BEGIN).stream()
                                .filter(happening -> !happening.at().isBefore(BEGIN.minus(Duration.ofDays(1)))),
                        scenario.live(BEGIN))
                .flatMap(happenings -> happenings)
                .filter(Happening.Said.class::isInstance)
                .map(happening -> ((Happening.Said) happening).id())
                .toList();
        var said = told.stream()
                .filter(MessageSeen.class::isInstance)
                .map(MessageSeen.class::cast)
                .filter(seen -> seen.content().type() != MessageType.REACTION
                        && seen.content().type() != MessageType.POLL_VOTE)
                .map(MessageSeen::id)
                .toList();
        assertThat(said).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(told.stream()
                        .filter(GroupSeen.class::isInstance)
                        .map(group -> ((GroupSeen) group).group().value())
                        .collect(Collectors.toSet()))
                .isEqualTo(scenario.rooms().stream().map(Room::jid).collect(Collectors.toSet()));
    }

    private static List<Observation> play(Scenario scenario) {
        simulator.post("/instance/create", "{\"instanceName\": \"demo\", \"integration\": \"WHATSAPP-BAILEYS\"}");
        simulator.post("/simulator/demo/scan", "{\"scenario\": \"none\"}");
        Instance instance = simulator.bean(Instances.class).find("demo").orElseThrow();
        var reader = new EvolutionReader();
        var later = Clock.fixed(BEGIN.plus(Duration.ofDays(2)), ZoneOffset.UTC);
        return new Story(instance, scenario, BEGIN, new Told(Instant.EPOCH, false), new Delays(1), later)
                .parcels()
                .map(Parcel::event)
                .concatMapIterable(event -> reader.read(body(event)).observations())
                .collectList()
                .block(Duration.ofMinutes(2));
    }

    private static byte[] body(Event event) {
        var body = Json.object().put("event", event.name());
        body.set("data", event.data());
        return Json.write(body);
    }

    /** It would go on for ever. */
    private static Scenario cut(Scenario whole) {
        return new Scenario() {
            @Override
            public List<Room> rooms() {
                return whole.rooms();
            }

            @Override
            public List<Happening> history(Instant until) {
                return whole.history(until);
            }

            @Override
            public Stream<Happening> live(Instant from) {
                return whole.live(from).limit(LIVE);
            }
        };
    }
}

package groupwatch.simulator.play;

import static groupwatch.simulator.play.EveryKind.id;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.message.MessageType;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.ParticipantsChanged;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.RevokeSeen;
import groupwatch.events.observed.UnknownObservation;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.media.MediaFiles;
import groupwatch.simulator.testing.RunningSimulator;
import groupwatch.simulator.testing.Shop;
import groupwatch.simulator.time.Delays;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.world.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a story's happenings become, read as the suite reads it. */
class StoryTest {

    private static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Clock LATER = Clock.fixed(BEGIN.plus(Duration.ofHours(3)), ZoneOffset.UTC);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static RunningSimulator simulator;
    private final EvolutionReader reader = new EvolutionReader();
    private Instance instance;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        instance = newInstance("story-" + NUMBER.incrementAndGet());
    }

    private static Instance newInstance(String name) {
        simulator.post(
                "/instance/create",
                "{\"instanceName\": \"" + name
                        + "\", \"number\": \"5511999990000\", \"integration\": \"WHATSAPP-BAILEYS\"}");
        simulator.post("/simulator/" + name + "/scan", "{\"scenario\": \"none\"}");
        return simulator.bean(Instances.class).find(name).orElseThrow();
    }

    @Test
    void tellsWhatHappenedWithNothingTheSuiteDoesNotUnderstand() {
        var told = observations(play(new Told(Instant.EPOCH, false)));

        assertThat(told).noneMatch(UnknownObservation.class::isInstance);
        for (var day : List.of("B", "C")) {
            for (int i = 0; i < EveryKind.CONTENTS.size(); i++) {
                check(message(told, id(day, i)), EveryKind.CONTENTS.get(i), day, i);
            }
            assertThat(only(told, EditSeen.class))
                    .filteredOn(edit -> edit.targetId().equals(id(day, 0)))
                    .allMatch(edit -> "Boa tarde!".equals(edit.text()))
                    .anyMatch(EditSeen::exact);
            assertThat(only(told, RevokeSeen.class))
                    .filteredOn(revoke -> revoke.targetId().equals(id(day, 21)))
                    .anyMatch(revoke -> Shop.ANA
                            .lidJid()
                            .equals(Objects.toString(revoke.by().lid())));
            assertThat(only(told, ReactionSeen.class))
                    .filteredOn(reaction -> reaction.targetId().equals(id(day, 3)))
                    .singleElement()
                    .satisfies(reaction -> assertThat(reaction.emoji()).isEqualTo("❤️"));
            assertThat(only(told, PollVoteSeen.class))
                    .filteredOn(vote -> vote.targetId().equals(id(day, 8)))
                    .singleElement()
                    .satisfies(vote -> assertThat(vote.options()).containsExactly("Ter"));
        }
        var mention = message(told, id("B", 20)).content();
        assertThat(mention.text()).isEqualTo("@" + Shop.CARLA.lid() + " veja");
        assertThat(mention.mentions()).containsExactly(Shop.CARLA.lidJid());
        assertThat(only(told, ParticipantsChanged.class))
                .extracting(ParticipantsChanged::action)
                .containsExactly("add", "remove", "add", "remove");
    }

    @Test
    void tellsTheDayBeforeYesterdayAsHistoryInItsLastWording() {
        var events = play(new Told(Instant.EPOCH, false));

        var history = observations(events.stream()
                .filter(event -> event.name().equals("messages.set"))
                .toList());
        assertThat(message(history, id("A", 0)).content().text()).isEqualTo("Boa tarde!");
        assertThat(only(history, MessageSeen.class))
                .extracting(MessageSeen::id)
                .doesNotContain(id("A", 21), id("B", 0));
        assertThat(only(history, ReactionSeen.class))
                .extracting(ReactionSeen::emoji)
                .contains("👍", "❤️");
        assertThat(only(history, PollVoteSeen.class))
                .singleElement()
                .satisfies(vote -> assertThat(vote.options()).containsExactly("Ter"));
        assertThat(observations(events).stream()
                        .filter(GroupSeen.class::isInstance)
                        .map(GroupSeen.class::cast))
                .extracting(GroupSeen::name)
                .containsExactly("Equipe Vendas 🚀", "Famiglia Rossi", "Plantão Clínica");
    }

    @Test
    void goesOnAfterARestartWhereItWasAndSaysTheSameUnderTheSameIds() {
        var first = play(new Told(Instant.EPOCH, false));
        var until = BEGIN.plus(Duration.ofMinutes(5));
        var name = instance.name();
        simulator.delete("/instance/delete/" + name);
        instance = newInstance(name);

        var second = play(new Told(until, true));

        assertThat(second).noneMatch(event -> event.name().equals("messages.set"));
        var again = only(observations(second), MessageSeen.class);
        assertThat(again)
                .isNotEmpty()
                .allMatch(message -> Objects.requireNonNull(message.sentAt()).isAfter(until));
        assertThat(only(observations(first), MessageSeen.class)).containsAll(again);
        assertThat(instance.messages().find(id("B", 3)))
                .as("remembered, not told")
                .isPresent();
        assertThat(instance.messages().find(id("A", 3))).isPresent();
    }

    @Test
    void isToldToTheEndOnlyWhenNothingIsUnderWay() {
        var told = new Told(BEGIN, false);
        told.begin(BEGIN.plusSeconds(1));
        told.begin(BEGIN.plusSeconds(2));
        told.end(BEGIN.plusSeconds(2));

        assertThat(told.until()).isBefore(BEGIN.plusSeconds(1));
        told.end(BEGIN.plusSeconds(1));
        assertThat(told.until()).isEqualTo(BEGIN.plusSeconds(2));
    }

    private List<Event> play(Told told) {
        var story = new Story(instance, new EveryKind(BEGIN), BEGIN, told, new Delays(1), LATER);
        return story.parcels()
                .doOnNext(parcel -> parcel.settled().run())
                .map(Parcel::event)
                .collectList()
                .block(Duration.ofSeconds(60));
    }

    private void check(MessageSeen seen, Content content, String day, int i) {
        assertThat(seen.chat().value()).isEqualTo(Shop.ROOMS.get(i % 3).jid());
        assertThat(seen.fromMe()).isEqualTo(i == 4);
        if (i != 4) {
            assertThat(Objects.toString(seen.sender().phone())).contains(Shop.BRUNO.phone());
            assertThat(Objects.toString(seen.sender().lid())).contains(Shop.BRUNO.lid());
            assertThat(seen.senderName()).isEqualTo("Bruno");
        }
        var told = seen.content();
        assertThat(told.type()).isEqualTo(type(content));
        assertThat(told.text()).isEqualTo(text(content));
        var file = MediaFiles.of(seen.id(), content);
        if (file != null) {
            var media = Objects.requireNonNull(told.media());
            assertThat(media.sha256()).isEqualTo(HexFormat.of().formatHex(file.sha256()));
            assertThat(media.size()).isEqualTo(file.bytes().length);
            assertThat(media.mime()).isEqualTo(file.mime());
        }
        if (i % 2 == 1 && i >= 3) {
            var reply = Objects.requireNonNull(told.replyTo());
            assertThat(reply.id()).isEqualTo(id(day, i - 3));
            assertThat(reply.text()).isEqualTo(text(EveryKind.CONTENTS.get(i - 3)));
        }
    }

    private static MessageType type(Content content) {
        return switch (content) {
            case Content.Text text -> MessageType.TEXT;
            case Content.Image image -> MessageType.IMAGE;
            case Content.Video video -> MessageType.VIDEO;
            case Content.Voice voice -> MessageType.VOICE;
            case Content.Document document -> MessageType.DOCUMENT;
            case Content.Sticker sticker -> MessageType.STICKER;
            case Content.Poll poll -> MessageType.POLL;
            case Content.Place place -> MessageType.LOCATION;
            case Content.Card card -> MessageType.CONTACT;
        };
    }

    private static @Nullable String text(Content content) {
        return switch (content) {
            case Content.Text text -> text.text();
            case Content.Image image -> image.caption();
            case Content.Video video -> video.caption();
            case Content.Voice voice -> null;
            case Content.Document document -> document.caption();
            case Content.Sticker sticker -> null;
            case Content.Poll poll -> poll.question();
            case Content.Place place -> place.name();
            case Content.Card card -> card.name();
        };
    }

    private List<Observation> observations(List<Event> events) {
        return events.stream()
                .map(event -> {
                    var body = Json.object()
                            .put("event", event.name())
                            .put("sender", instance.account().phoneJid());
                    body.set("data", event.data());
                    return reader.read(Json.write(body));
                })
                .flatMap(observed -> observed.observations().stream())
                .toList();
    }

    private static MessageSeen message(List<Observation> told, String id) {
        return only(told, MessageSeen.class).stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was said of " + id));
    }

    private static <T> List<T> only(List<Observation> told, Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }
}

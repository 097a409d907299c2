package groupwatch.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageStored;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

    static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Class<?>> events() {
        return Stream.of(
                        Arrays.stream(groupwatch.events.message.MessageEvent.class.getPermittedSubclasses()),
                        Stream.of(groupwatch.events.group.GroupState.class),
                        Arrays.stream(groupwatch.events.media.MediaEvent.class.getPermittedSubclasses()),
                        Stream.of(groupwatch.events.summary.SummaryReady.class),
                        Stream.of(groupwatch.events.link.LinkState.class),
                        Arrays.stream(groupwatch.events.report.ReportEvent.class.getPermittedSubclasses()))
                .flatMap(all -> all);
    }

    static byte[] sample(Class<?> event) {
        try (var stream = EventCodecTest.class.getResourceAsStream("/events/" + event.getSimpleName() + ".json")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesEachEventAsItsSampleShows(Class<?> event) {
        PublishedEvent read = EventCodec.read(sample(event));
        byte[] written = EventCodec.write(read);

        assertThat(read).isInstanceOf(event);
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(sample(event)));
        assertThat(EventCodec.read(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesFieldsInTheOrderOfTheRecord(Class<?> event) {
        assertThat(EventCodec.write(EventCodec.read(sample(event))))
                .isEqualTo(JSON.writeValueAsBytes(JSON.readTree(sample(event))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void ignoresFieldsOfANewerVersion(Class<?> event) {
        ObjectNode newer = (ObjectNode) JSON.readTree(sample(event));
        PublishedEvent known = EventCodec.read(sample(event));
        newer.putObject("news").put("a", 1);
        for (JsonNode part : newer) {
            if (part instanceof ObjectNode object) {
                object.put("news", "x");
            }
        }
        assertThat(EventCodec.read(JSON.writeValueAsBytes(newer))).isEqualTo(known);
    }

    @Test
    void readsWordsOfANewerVersionAsTheLeastSpecific() {
        String newer = new String(sample(MessageStored.class), StandardCharsets.UTF_8)
                .replace("\"document\"", "\"hologram\"")
                .replace("\"history\"", "\"telepathy\"");
        MessageStored read = (MessageStored) EventCodec.read(newer.getBytes(StandardCharsets.UTF_8));
        assertThat(read.message().type()).isEqualTo(MessageType.UNKNOWN);
        assertThat(read.message().origin()).isEqualTo(Origin.IMPORT);
    }

    @Test
    void refusesWhatIsNoEvent() {
        for (String json : new String[] {"", "{}", "[]", "{\"type\":\"Nonsense\"}", "{\"type\":\"MessageStored\"}"}) {
            assertThatExceptionOfType(UnreadableEventException.class)
                    .as(json)
                    .isThrownBy(() -> EventCodec.read(json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void writesAJidAsAPlainString() {
        assertThat(EventCodec.mapper().writeValueAsString(new Jid("1@g.us"))).isEqualTo("\"1@g.us\"");
        assertThat(EventCodec.mapper().readValue("\"1:2@c.us\"", Jid.class)).isEqualTo(new Jid("1@s.whatsapp.net"));
    }
}

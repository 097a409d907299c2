package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.EventCodec;
import groupwatch.events.SampleEvents;
import groupwatch.events.observed.Observation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class WebhookPortionsTest {

    private static final int ROOM = 1024 * 1024;

    private final EvolutionReader reader = new EvolutionReader();

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000, ROOM})
    void thePortionsTellWhatTheWholeTells(int enough) {
        List<Observation> whole = reader.read(SampleEvents.HISTORY).observations();
        List<Observation> parts = new ArrayList<>();
        int next = 0;
        for (WebhookPortions.Portion portion : portions(SampleEvents.HISTORY, enough, ROOM)) {
            assertThat(portion.first()).isEqualTo(next);
            next += EventCodec.mapper().readTree(portion.body()).path("data").size();
            assertThat(reader.read(portion.body()).account())
                    .isEqualTo(reader.read(SampleEvents.HISTORY).account());
            parts.addAll(reader.read(portion.body()).observations());
        }
        assertThat(next).isEqualTo(6);
        assertThat(parts.stream()
                        .filter(seen -> !seen.getClass().getSimpleName().equals("HistoryChunk")))
                .containsAll(whole.stream()
                        .filter(seen -> !seen.getClass().getSimpleName().equals("HistoryChunk"))
                        .toList());
    }

    @Test
    void whatIsNoArrayIsOnePortion() {
        List<WebhookPortions.Portion> portions = portions(SampleEvents.GROUP_TEXT, 1, ROOM);
        assertThat(portions).hasSize(1);
        assertThat(reader.read(portions.getFirst().body())).isEqualTo(reader.read(SampleEvents.GROUP_TEXT));
        assertThat(portions("{\"event\":\"x\"}".getBytes(StandardCharsets.UTF_8), 1, ROOM))
                .isEmpty();
        assertThat(portions("{\"event\":\"x\",\"data\":null,\"y\":1}".getBytes(StandardCharsets.UTF_8), 1, ROOM))
                .hasSize(1);
        assertThat(portions("{\"event\":\"x\",\"data\":[],\"y\":1}".getBytes(StandardCharsets.UTF_8), 1, ROOM))
                .isEmpty();
    }

    @Test
    void anItemThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> portions(SampleEvents.HISTORY, ROOM, 50))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("an item of more than 50 bytes");
    }

    @Test
    void whatBreaksOffIsRefused() {
        byte[] half = java.util.Arrays.copyOf(SampleEvents.HISTORY, SampleEvents.HISTORY.length / 2);
        assertThatThrownBy(() -> WebhookPortions.envelope(new ByteArrayInputStream(half)))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> portions("[]".getBytes(StandardCharsets.UTF_8), 1, ROOM))
                .isInstanceOf(JacksonException.class);
    }

    private static List<WebhookPortions.Portion> portions(byte[] body, int enough, int most) {
        List<WebhookPortions.Portion> portions = new ArrayList<>();
        WebhookPortions.of(
                        new ByteArrayInputStream(body),
                        WebhookPortions.envelope(new ByteArrayInputStream(body)),
                        enough,
                        most)
                .forEachRemaining(portions::add);
        return portions;
    }
}

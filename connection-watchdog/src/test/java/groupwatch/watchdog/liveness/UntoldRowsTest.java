package groupwatch.watchdog.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.evolution.MessageRows;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which rows of Evolution's store speak against its link. */
class UntoldRowsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant HEARD = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant NOW = HEARD.plusSeconds(300);

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("none", List.of(), false),
                Arguments.of("older than what was heard", List.of(row("1@g.us", false, -50)), false),
                Arguments.of("as old as clocks may differ", List.of(row("1@g.us", false, 60)), false),
                Arguments.of("newer", List.of(row("1@g.us", false, 61)), true),
                Arguments.of("newer, behind its own", List.of(row("1@g.us", true, 90), row("2@g.us", false, 61)), true),
                Arguments.of("only its own", List.of(row("1@g.us", true, 90)), false),
                Arguments.of("one that may be under way", List.of(row("1@g.us", false, 290)), false),
                Arguments.of(
                        "many, too many to be under way",
                        IntStream.range(290, 295)
                                .mapToObj(second -> row("1@g.us", false, second))
                                .toList(),
                        true),
                Arguments.of("of a direct chat", List.of(row("5511999990001@s.whatsapp.net", false, 90)), true),
                Arguments.of("of a status", List.of(row("status@broadcast", false, 90)), false),
                Arguments.of("without a time", List.of(JSON.readTree("{\"key\":{\"remoteJid\":\"1@g.us\"}}")), false),
                Arguments.of("nothing in it", List.of(JSON.readTree("{}")), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void areUntold(String what, List<JsonNode> rows, boolean untold) {
        assertThat(UntoldRows.oldest(new MessageRows(rows.size(), 1, 1, rows), HEARD, NOW, true)
                        .isPresent())
                .as(what)
                .isEqualTo(untold);
    }

    @Test
    void directChatsSayNothingWhereTheGatewayDropsThem() {
        List<JsonNode> rows =
                List.of(row("5511999990001@s.whatsapp.net", false, 90), row("188880000000001@lid", false, 90));
        assertThat(UntoldRows.oldest(new MessageRows(2, 1, 1, rows), HEARD, NOW, false))
                .isEmpty();
    }

    @Test
    void readsTimesOfOlderVersions() {
        JsonNode row = JSON.readTree("{\"key\":{\"remoteJid\":\"1@g.us\",\"fromMe\":false},\"messageTimestamp\":\"%d\"}"
                .formatted(HEARD.plusSeconds(90).getEpochSecond()));
        assertThat(UntoldRows.oldest(new MessageRows(1, 1, 1, List.of(row)), HEARD, NOW, true))
                .contains(HEARD.plusSeconds(90));
    }

    private static JsonNode row(String chat, boolean fromMe, int secondsAfter) {
        return JSON.readTree("{\"key\":{\"remoteJid\":\"%s\",\"fromMe\":%s},\"messageTimestamp\":%d}"
                .formatted(chat, fromMe, HEARD.plusSeconds(secondsAfter).getEpochSecond()));
    }
}

package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.RevokeSeen;
import groupwatch.events.observed.UnknownObservation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Payloads that were damaged, forged or come from another version are read as far as they can be, or kept raw. */
class HostilePayloadTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvolutionReader reader = new EvolutionReader();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverThrowsAndNeverLosesTheIdOfAMessage(long seed) {
        Random random = new Random(seed);
        for (Corpus.Row row : rows()) {
            for (int round = 0; round < 20; round++) {
                JsonNode mutated = JSON.readTree(row.payload());
                for (int i = 0; i <= random.nextInt(4); i++) {
                    mutate(mutated, random);
                }
                Observed observed = reader.read(JSON.writeValueAsBytes(mutated));
                if (row.isMessage()) {
                    assertIdKept(row, mutated, observed);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void readsTruncatedAndGarbledBytesAsUnknown(long seed) {
        Random random = new Random(seed);
        for (Corpus.Row row : rows()) {
            byte[] cut = Arrays.copyOf(row.payload(), random.nextInt(row.payload().length));
            assertThat(reader.read(cut).observations()).hasOnlyElementsOfType(UnknownObservation.class);
            byte[] garbled = row.payload().clone();
            for (int i = 0; i < 10; i++) {
                garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> reader.read(garbled)).doesNotThrowAnyException();
        }
    }

    @Test
    void keepsWhatIsNoWebhook() {
        for (String body : List.of("", "null", "[]", "\"x\"", "{", "{}", "{\"event\":7}", "<html>", "\u0000")) {
            Observed observed = reader.read(body.getBytes(StandardCharsets.UTF_8));
            assertThat(observed.observations()).as(body).hasOnlyElementsOfType(UnknownObservation.class);
        }
    }

    @Test
    void survivesHostileNesting() {
        for (int depth : new int[] {400, 900, 100_000}) {
            String nested = "{\"ephemeralMessage\":{\"message\":".repeat(depth) + "{\"conversation\":\"x\"}"
                    + "}}".repeat(depth);
            String body =
                    "{\"event\":\"messages.upsert\",\"instance\":\"a\",\"data\":{\"key\":{\"id\":\"N1\",\"remoteJid\":"
                            + "\"1@g.us\"},\"message\":" + nested + "}}";
            assertThat(reader.read(body.getBytes(StandardCharsets.UTF_8)).observations())
                    .isNotEmpty();
        }
    }

    @Test
    void readsAbsurdNumbersAsAbsent() {
        for (String time :
                List.of("1e999999999", "9".repeat(900), "-1", "\"1e5\"", "{\"low\":1e10,\"high\":0}", "[]")) {
            String body = "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"id\":\"N1\",\"remoteJid\":\"1@g.us\"},"
                    + "\"messageTimestamp\":" + time + ",\"message\":{\"conversation\":\"x\"}}}";
            MessageSeen seen = (MessageSeen) reader.read(body.getBytes(StandardCharsets.UTF_8))
                    .observations()
                    .getFirst();
            assertThat(seen.sentAt()).as(time).isNull();
            assertThat(seen.content().text()).isEqualTo("x");
        }
    }

    @Test
    void oneBadItemOfAHistoryChunkSpoilsNoOther() {
        String body = "{\"event\":\"messages.set\",\"data\":[null,7,{\"key\":{\"id\":\"N1\",\"remoteJid\":\"1@g.us\"},"
                + "\"message\":{\"conversation\":\"x\"}},{\"key\":[]}]}";
        var observations = reader.read(body.getBytes(StandardCharsets.UTF_8)).observations();
        assertThat(observations).filteredOn(MessageSeen.class::isInstance).hasSize(1);
        assertThat(observations)
                .filteredOn(UnknownObservation.class::isInstance)
                .hasSize(3);
    }

    private static List<Corpus.Row> rows() {
        return Stream.concat(Corpus.recorded().stream(), Corpus.handMade().stream())
                .filter(row -> row.payload().length < 20_000)
                .toList();
    }

    /** An edit or a revoke that came as a message is about another one, whose id is kept instead. */
    private static void assertIdKept(Corpus.Row row, JsonNode body, Observed observed) {
        JsonNode id = body.path("data").path("key").path("id");
        boolean stillAMessage = List.of("messages.upsert", "send.message").contains(observed.event());
        if (!stillAMessage || !id.isString() || id.stringValue().isEmpty()) {
            return;
        }
        assertThat(observed.observations()).as(row.file() + " " + body).anyMatch(o -> switch (o) {
            case MessageSeen seen -> seen.id().equals(id.stringValue());
            case UnknownObservation unknown -> unknown.raw().toString().contains(JSON.writeValueAsString(id));
            case EditSeen edit -> row.fact("type").equals("edit");
            case RevokeSeen revoke -> row.fact("type").equals("revoke");
            default -> false;
        });
    }

    /** Drops, replaces or empties one field somewhere in the tree. */
    private static void mutate(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, nonsense(random));
            }
        } else if (chosen instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), nonsense(random));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.path("0").isNumber()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode nonsense(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> json.nullNode();
            case 1 -> json.numberNode(random.nextLong());
            case 2 -> json.stringNode("");
            case 3 -> json.stringNode("@");
            case 4 -> json.objectNode();
            case 5 -> json.arrayNode().add("x").addNull();
            case 6 -> json.booleanNode(random.nextBoolean());
            case 7 -> json.objectNode().put("low", random.nextInt()).put("high", random.nextLong());
            default -> json.numberNode(random.nextDouble() * 1e300);
        };
    }
}

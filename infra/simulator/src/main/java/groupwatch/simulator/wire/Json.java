package groupwatch.simulator.wire;

import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees, and the ways in which Evolution writes what JSON has no word for. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** How PostgreSQL's {@code jsonb} orders keys. */
    private static final Comparator<String> STORED_ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private Json() {}

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    public static ArrayNode strings(Iterable<String> texts) {
        var array = array();
        texts.forEach(array::add);
        return array;
    }

    /** Bytes as an object of their indices: {@code {"0":255,"1":216}}. */
    public static ObjectNode bytes(byte[] bytes) {
        var object = object();
        for (int i = 0; i < bytes.length; i++) {
            object.put(Integer.toString(i), bytes[i] & 0xff);
        }
        return object;
    }

    /** A 64-bit number; {@code low} is signed and may be negative. */
    public static ObjectNode number(long value) {
        return halves(value, false);
    }

    public static ObjectNode unsigned(long value) {
        return halves(value, true);
    }

    private static ObjectNode halves(long value, boolean unsigned) {
        return object().put("low", (int) value).put("high", (int) (value >> 32)).put("unsigned", unsigned);
    }

    public static byte[] write(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    public static ObjectNode read(byte[] bytes) {
        return (ObjectNode) MAPPER.readTree(bytes);
    }

    /** As it comes back from the database: keys of objects by length, then by letters. */
    public static JsonNode stored(JsonNode node) {
        if (node.isArray()) {
            var array = array();
            node.forEach(item -> array.add(stored(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var object = object();
        node.properties().stream()
                .sorted(Map.Entry.comparingByKey(STORED_ORDER))
                .forEach(field -> object.set(field.getKey(), stored(field.getValue())));
        return object;
    }
}

package groupwatch.simulator.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether one JSON is made like another: the same keys in the same order and values of the same kind, all the way down. A null fits any
 * kind of value; bytes written as an object of their indices fit each other whatever their number.
 */
public final class Shape {

    private final Set<String> maybe;
    private final List<String> differences = new ArrayList<>();

    private Shape(Set<String> maybe) {
        this.maybe = maybe;
    }

    /** @param maybe keys that either side may have alone: what depends on the account and the moment */
    public static List<String> differences(JsonNode recorded, JsonNode actual, Set<String> maybe) {
        var shape = new Shape(maybe);
        shape.compare("", recorded, actual);
        return shape.differences;
    }

    private void compare(String path, JsonNode recorded, JsonNode actual) {
        if (recorded.isNull() || actual.isNull() || isBytes(recorded) && isBytes(actual)) {
            return;
        }
        if (!kind(recorded).equals(kind(actual))) {
            differences.add(path + ": recorded " + recorded + ", here " + actual);
            return;
        }
        if (recorded.isArray()) {
            for (int i = 0; i < Math.min(recorded.size(), actual.size()); i++) {
                compare(path + '[' + i + ']', recorded.path(i), actual.path(i));
            }
        } else if (recorded.isObject()) {
            object(path, recorded, actual);
        }
    }

    private void object(String path, JsonNode recorded, JsonNode actual) {
        var expected = keys(recorded);
        var found = keys(actual);
        if (!expected.equals(found)) {
            differences.add(path + ": recorded keys " + expected + ", here " + found);
        }
        for (var key : expected) {
            if (actual.has(key)) {
                compare(path + '/' + key, recorded.path(key), actual.path(key));
            }
        }
    }

    private List<String> keys(JsonNode object) {
        return object.propertyNames().stream()
                .filter(key -> !maybe.contains(key))
                .collect(Collectors.toList());
    }

    private static boolean isBytes(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && node.propertyNames().stream().allMatch(key -> key.matches("\\d+|\\.\\.\\."));
    }

    private static String kind(JsonNode node) {
        if (node.isNumber()) {
            return "number";
        }
        return node.isBoolean() ? "boolean" : node.getNodeType().toString();
    }
}

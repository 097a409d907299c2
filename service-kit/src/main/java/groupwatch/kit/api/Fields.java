package groupwatch.kit.api;

import groupwatch.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** A JSON object, read strictly: a wrong or unknown field is answered with 400 naming it. */
public final class Fields {

    private final JsonNode object;
    private final String path;

    /** @param path in front of the names that are told, as {@code history[0].} */
    public Fields(JsonNode object, String path, Set<String> known) {
        if (!object.isObject()) {
            throw path.isEmpty()
                    ? new ProblemException(HttpStatus.BAD_REQUEST, "bad-body", "The body must be a JSON object.")
                    : bad(path.substring(0, path.length() - 1), "must be an object");
        }
        this.object = object;
        this.path = path;
        for (String name : new TreeSet<>(object.propertyNames())) {
            if (!known.contains(name)) {
                throw bad(path + name, "is not known here; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    public boolean has(String name) {
        return !object.path(name).isMissingNode() && !object.path(name).isNull();
    }

    public String required(String name, int longest) {
        String text = text(name, longest);
        if (text == null) {
            throw bad(path + name, "must be given");
        }
        return text;
    }

    /** Absent when it is not given. */
    public @Nullable String text(String name, int longest) {
        return has(name) ? text(object.path(name), path + name, longest) : null;
    }

    /** Empty when it is not given. */
    public List<JsonNode> list(String name, int most) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode value = object.path(name);
        if (!value.isArray() || value.size() > most) {
            throw bad(path + name, "must be a list of at most " + most);
        }
        return new ArrayList<>(value.values());
    }

    /** Absent when it is not given. */
    public @Nullable Boolean flag(String name) {
        if (!has(name)) {
            return null;
        }
        JsonNode value = object.path(name);
        if (!value.isBoolean()) {
            throw bad(path + name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** Absent when it is not given. */
    public @Nullable Integer number(String name, int least, int most) {
        if (!has(name)) {
            return null;
        }
        JsonNode value = object.path(name);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw bad(path + name, "must be a number from " + least + " to " + most);
        }
        return value.intValue();
    }

    public static String text(JsonNode value, String name, int longest) {
        String text = value.isString() ? value.asString().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            throw bad(name, "must be a text of 1 to " + longest + " characters");
        }
        return text;
    }

    public static ProblemException bad(String name, String why) {
        return ProblemException.badParameter(name, name + " " + why);
    }
}

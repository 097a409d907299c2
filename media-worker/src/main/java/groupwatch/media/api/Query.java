package groupwatch.media.api;

import groupwatch.kit.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/** The query of one request, read strictly: a wrong, repeated or unknown parameter is answered with 400 naming it. */
public final class Query {

    private final MultiValueMap<String, String> values;

    public Query(MultiValueMap<String, String> values, Set<String> known) {
        this.values = values;
        for (String name : new TreeSet<>(values.keySet())) {
            if (!known.contains(name)) {
                throw bad(name, "is not a parameter of this path, which takes " + list(known));
            }
        }
    }

    public boolean flag(String name) {
        List<String> given = values.getOrDefault(name, List.of("false"));
        return switch (given.size() == 1 ? String.valueOf(given.getFirst()) : "") {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "must be true or false, once");
        };
    }

    private static String list(Set<String> known) {
        return known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
    }

    public static ProblemException bad(String name, String why) {
        return ProblemException.badParameter(name, name + " " + why);
    }
}

package groupwatch.kit.api;

import groupwatch.kit.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The query of one request, read strictly: a wrong, repeated or unknown parameter is answered with 400 naming it. */
public final class Query {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int LONGEST = 1000;
    private static final int FIRST_YEAR = 2009;
    private static final int LAST_YEAR = 2100;

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

    /** Absent when it is not given. */
    public @Nullable String text(String name) {
        List<String> given = values.get(name);
        if (given == null) {
            return null;
        }
        String value = given.getFirst();
        if (given.size() > 1
                || value == null
                || value.isBlank()
                || value.length() > LONGEST
                || value.indexOf('\0') >= 0) {
            throw bad(name, "must be given once, and not be empty or longer than " + LONGEST + " characters");
        }
        return value;
    }

    /** A day as 2026-01-31; absent when it is not given. */
    public @Nullable LocalDate day(String name) {
        String text = text(name);
        return text == null ? null : day(name, text);
    }

    public static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException error) {
            // answered below, like a day that no message can be of
        }
        throw bad(name, "must be a day like 2026-01-31");
    }

    /** 50 unless given; 1 to 500. */
    public int limit() {
        String text = text("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw bad("limit", "must be a number from 1 to " + MAX_LIMIT);
    }

    private static String list(Set<String> known) {
        return known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
    }

    public static ProblemException bad(String name, String why) {
        return ProblemException.badParameter(name, name + " " + why);
    }
}

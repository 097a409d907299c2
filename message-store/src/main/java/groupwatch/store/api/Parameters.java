package groupwatch.store.api;

import groupwatch.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query parameters of one request, each read strictly: a wrong, repeated or unknown one is answered with 400 naming
 * it, so that a misspelt filter never returns everything.
 */
public final class Parameters {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;
    private static final int LONGEST_IN_PATH = 512;

    private final MultiValueMap<String, String> values;

    public Parameters(MultiValueMap<String, String> values, Set<String> known) {
        this.values = values;
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> refuse(name, "is not a parameter of this path, which takes " + list(known)));
    }

    @Nullable
    public String text(String name) {
        List<String> given = values.get(name);
        if (given == null) {
            return null;
        }
        if (given.size() > 1) {
            throw bad(name, "must be given once");
        }
        String value = given.getFirst();
        if (value == null || value.isBlank() || value.length() > 1000 || value.indexOf('\0') >= 0) {
            throw bad(name, "must not be empty or longer than 1000 characters");
        }
        return value;
    }

    /** One to {@code most} names, comma separated, in the order given. */
    public List<String> names(String name, int most) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw bad(name, "must be given once");
        }
        String text = given.isEmpty() || given.getFirst() == null ? "" : given.getFirst();
        List<String> names = List.of(text.split(",", -1));
        if (names.size() > most || names.stream().anyMatch(one -> one.isBlank() || one.indexOf('\0') >= 0)) {
            throw bad(name, "must be 1 to " + most + " names, comma separated");
        }
        return names;
    }

    /** 50 unless given; 1 to 500. */
    public int limit() {
        return number("limit", DEFAULT_LIMIT, MAX_LIMIT);
    }

    /** From 1 to {@code most}. */
    public int number(String name, int otherwise, int most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException error) {
            // answered below, like a number out of range
        }
        throw bad(name, "must be a number from 1 to " + most);
    }

    public boolean flag(String name) {
        return "true".equals(oneOf(name, "false", Set.of("true", "false")));
    }

    public String oneOf(String name, String otherwise, Set<String> allowed) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (!allowed.contains(text)) {
            throw bad(name, "must be one of " + allowed.stream().sorted().toList());
        }
        return text;
    }

    /** An RFC 3339 time, or a day, which means its beginning in UTC. */
    @Nullable
    public Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    // a + that was not percent-encoded arrives as a space
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (Reach.covers(time)) {
                return time;
            }
        } catch (DateTimeException error) {
            // answered below, like a time no message can have
        }
        throw bad(name, "must be a time like 2026-01-31T08:00:00Z or a day like 2026-01-31");
    }

    /** A name in a path, of a message or an account. */
    public static String inPath(String name, String value) {
        if (value.isBlank() || value.length() > LONGEST_IN_PATH || value.indexOf('\0') >= 0) {
            throw bad(name, "must not be empty or longer than " + LONGEST_IN_PATH + " characters");
        }
        return value;
    }

    private static String list(Set<String> known) {
        return known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
    }

    private static void refuse(String name, String why) {
        throw bad(name, why);
    }

    public static ProblemException bad(String name, String why) {
        return ProblemException.badParameter(name, name + " " + why);
    }
}

package groupwatch.summary.ledger;

import groupwatch.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is asked of the ledger, read strictly: a wrong, repeated or unknown parameter is answered with 400 naming it.
 *
 * @param from first day
 * @param to last day
 */
record UsageQuery(
        LocalDate from,
        LocalDate to,
        @Nullable String group,
        @Nullable UsageKey after,
        int limit) {

    private static final Set<String> KNOWN = new TreeSet<>(Set.of("from", "to", "group", "cursor", "limit"));
    private static final int DAYS = 30;
    private static final int LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    static UsageQuery of(MultiValueMap<String, String> values, LocalDate today) {
        new TreeSet<>(values.keySet())
                .stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
                    throw bad(name, "is not a parameter of this path, which takes " + String.join(", ", KNOWN));
                });
        LocalDate to = day(values, "to", today);
        LocalDate from = day(values, "from", to.minusDays(DAYS));
        if (from.isAfter(to)) {
            throw bad("from", "must not be after to");
        }
        return new UsageQuery(from, to, one(values, "group"), cursor(one(values, "cursor")), limit(values));
    }

    private static LocalDate day(MultiValueMap<String, String> values, String name, LocalDate otherwise) {
        String value = one(values, name);
        try {
            LocalDate day = value == null ? otherwise : LocalDate.parse(value);
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw bad(name, "must be a day as 2026-11-29");
            }
            return day;
        } catch (DateTimeException e) {
            throw bad(name, "must be a day as 2026-11-29");
        }
    }

    private static int limit(MultiValueMap<String, String> values) {
        String value = one(values, "limit");
        try {
            int limit = value == null ? LIMIT : Integer.parseInt(value);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad("limit", "must be a number from 1 to " + MAX_LIMIT);
    }

    private static @Nullable UsageKey cursor(@Nullable String value) {
        return value == null
                ? null
                : UsageKey.read(value).orElseThrow(() -> bad("cursor", "must be the next of the page before"));
    }

    private static @Nullable String one(MultiValueMap<String, String> values, String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1 || given.contains("") || given.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw bad(name, "must be given once, and not empty");
        }
        return given.isEmpty() ? null : given.getFirst();
    }

    private static ProblemException bad(String name, String why) {
        return ProblemException.badParameter(name, name + " " + why);
    }
}

package groupwatch.summary.ledger;

import groupwatch.kit.api.Query;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
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

    private static final Set<String> KNOWN = Set.of("from", "to", "group", "cursor", "limit");
    private static final int DAYS = 30;

    static UsageQuery of(MultiValueMap<String, String> values, LocalDate today) {
        Query query = new Query(values, KNOWN);
        LocalDate to = Objects.requireNonNullElse(query.day("to"), today);
        LocalDate from = Objects.requireNonNullElse(query.day("from"), to.minusDays(DAYS));
        if (from.isAfter(to)) {
            throw Query.bad("from", "must not be after to");
        }
        return new UsageQuery(from, to, query.text("group"), cursor(query.text("cursor")), query.limit());
    }

    private static @Nullable UsageKey cursor(@Nullable String value) {
        return value == null
                ? null
                : UsageKey.read(value).orElseThrow(() -> Query.bad("cursor", "must be the next of the page before"));
    }
}

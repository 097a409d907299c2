package groupwatch.report.read;

import groupwatch.report.content.Coverage;
import groupwatch.report.content.Coverage.Down;
import groupwatch.report.schedule.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Adds up what the watchdog tells by account, group and day. What a field does not tell counts as nothing. Used by one reader. */
final class Gaps {

    private static final int MOST_DOWN = 50;

    private final Set<String> groups;
    private final Period period;
    private final Set<Down> down = new TreeSet<>(
            Comparator.comparing(Down::from).thenComparing(Down::until).thenComparing(Down::account));
    private long filledIn;
    private long missing;

    Gaps(Set<String> groups, Period period) {
        this.groups = groups;
        this.period = period;
    }

    /** An account's gap is told with each of its groups. */
    Gaps and(JsonNode item) {
        String group = item.path("group").asString("");
        if (isOfPeriod(item.path("day").asString(""))
                && (groups.isEmpty() || group.isEmpty() || groups.contains(group))) {
            filledIn += Math.max(0, item.path("filledIn").asLong(0));
            missing += Math.max(0, item.path("missing").asLong(0));
            String account = item.path("account").asString("");
            item.path("down").forEach(stretch -> add(account, stretch));
        }
        return this;
    }

    /** What is no day is not held against it. */
    private boolean isOfPeriod(String day) {
        try {
            LocalDate told = LocalDate.parse(day);
            return !told.isBefore(period.firstDay()) && !told.isAfter(period.lastDay());
        } catch (DateTimeException none) {
            return true;
        }
    }

    private void add(String account, JsonNode stretch) {
        Instant from = within(time(stretch, "from", period.from()));
        Instant until = within(time(stretch, "to", period.until()));
        if (from.isBefore(until) && down.size() < MOST_DOWN) {
            down.add(new Down(account, from, until));
        }
    }

    private Instant within(Instant time) {
        return time.isBefore(period.from()) ? period.from() : time.isAfter(period.until()) ? period.until() : time;
    }

    /** One that is not told, or not readable, is open to that side. */
    private static Instant time(JsonNode stretch, String field, Instant open) {
        try {
            return Instant.parse(stretch.path(field).asString(""));
        } catch (DateTimeException unreadable) {
            return open;
        }
    }

    Coverage coverage() {
        return new Coverage(joined(), filledIn, missing);
    }

    /** One that goes on past midnight is told with each day, and is one. */
    private List<Down> joined() {
        List<Down> joined = new ArrayList<>();
        for (Down next : down) {
            int last = lastOf(next.account(), joined);
            if (last >= 0 && !next.from().isAfter(joined.get(last).until())) {
                Down before = joined.get(last);
                Instant until = before.until().isAfter(next.until()) ? before.until() : next.until();
                joined.set(last, new Down(before.account(), before.from(), until));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static int lastOf(String account, List<Down> stretches) {
        for (int at = stretches.size() - 1; at >= 0; at--) {
            if (stretches.get(at).account().equals(account)) {
                return at;
            }
        }
        return -1;
    }
}

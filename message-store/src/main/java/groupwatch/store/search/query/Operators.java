package groupwatch.store.search.query;

import groupwatch.events.message.MessageType;
import groupwatch.store.api.Reach;
import groupwatch.store.search.query.Query.Account;
import groupwatch.store.search.query.Query.From;
import groupwatch.store.search.query.Query.Has;
import groupwatch.store.search.query.Query.In;
import groupwatch.store.search.query.Query.OfType;
import groupwatch.store.search.query.Query.Sent;
import groupwatch.store.search.query.QueryScanner.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code operator:value}. */
final class Operators {

    static final List<String> NAMES = List.of("from", "in", "type", "before", "after", "on", "has", "account");

    private static final int LENGTH_OF_A_DAY = 10;

    private final ZoneId zone;

    /** @param zone in which a day begins */
    Operators(ZoneId zone) {
        this.zone = zone;
    }

    Query read(Unit unit) {
        return switch (unit.operator()) {
            case "from" -> new From(unit.value());
            case "in" -> new In(unit.value());
            case "type" -> new OfType(types(unit));
            case "before" -> new Sent("before", unit.value(), Reach.BEGINNING, time(unit));
            case "after" -> new Sent("after", unit.value(), time(unit), Reach.END);
            case "on" -> on(unit);
            case "has" -> new Has(feature(unit));
            case "account" -> new Account(unit.value());
            default -> throw new IllegalStateException("no operator: " + unit.operator());
        };
    }

    private Sent on(Unit unit) {
        LocalDate day = day(unit);
        return new Sent("on", unit.value(), start(day), start(day.plusDays(1)));
    }

    private Instant time(Unit unit) {
        if (unit.value().length() == LENGTH_OF_A_DAY) {
            return start(day(unit));
        }
        try {
            return reachable(OffsetDateTime.parse(unit.value()).toInstant(), unit);
        } catch (DateTimeException error) {
            throw QueryProblem.at(
                    unit.position(),
                    unit.operator() + ": takes a day like 2026-01-31 or a time like 2026-01-31T08:00:00Z");
        }
    }

    private static LocalDate day(Unit unit) {
        try {
            LocalDate day = LocalDate.parse(unit.value());
            reachable(day.atStartOfDay(ZoneId.of("UTC")).plusDays(2).toInstant(), unit);
            return day;
        } catch (DateTimeException error) {
            throw QueryProblem.at(unit.position(), unit.operator() + ": takes a day like 2026-01-31");
        }
    }

    private Instant start(LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return start.isBefore(Reach.BEGINNING) ? Reach.BEGINNING : start;
    }

    private static Instant reachable(Instant time, Unit unit) {
        if (!Reach.covers(time)) {
            throw new DateTimeException("no message is from " + unit.value());
        }
        return time;
    }

    private static Set<MessageType> types(Unit unit) {
        Set<MessageType> types = EnumSet.noneOf(MessageType.class);
        for (String word : unit.value().toLowerCase(Locale.ROOT).split(",", -1)) {
            MessageType type = MessageType.of(word);
            if (!type.wire().equals(word)) {
                throw QueryProblem.at(
                        unit.position(),
                        "type: takes one or more of "
                                + String.join(
                                        ",",
                                        Arrays.stream(MessageType.values())
                                                .map(MessageType::wire)
                                                .sorted()
                                                .toList()));
            }
            types.add(type);
        }
        return types;
    }

    private static Feature feature(Unit unit) {
        return Feature.of(unit.value().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> QueryProblem.at(unit.position(), "has: takes one of " + Feature.words()));
    }
}

package groupwatch.store.export;

import groupwatch.store.api.Parameters;
import groupwatch.store.api.Reach;
import groupwatch.store.query.Excerpts;
import groupwatch.store.query.MessageFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is asked for in bulk. A wrong parameter is 400 naming it.
 *
 * @param zone in which days begin and times are written
 * @param limit messages at most
 * @param excerpt characters of what is written in a document; 0: none
 */
record Bulk(MessageFilter filter, boolean oldestFirst, Format format, ZoneId zone, long limit, int excerpt) {

    private static final Set<String> OF_ALL = and(MessageFilter.PARAMETERS, "order", "limit");
    private static final Set<String> OF_MESSAGES = and(OF_ALL, Excerpts.PARAMETER);
    private static final Set<String> OF_EXPORTS = and(OF_ALL, "format", "tz", "bom");

    /** The list of messages, in its order and with its meaning of days. */
    static Bulk messages(MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, OF_MESSAGES);
        return read(parameters, "desc", new Ndjson(), ZoneOffset.UTC);
    }

    /** A file, as one reads it: oldest first unless asked otherwise. */
    static Bulk export(MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, OF_EXPORTS);
        ZoneId zone = zone(parameters);
        boolean csv =
                parameters.oneOf("format", "ndjson", Set.of("ndjson", "csv")).equals("csv");
        boolean bom = parameters.flag("bom");
        if (bom && !csv) {
            throw Parameters.bad("bom", "goes with format=csv");
        }
        return read(parameters, "asc", csv ? new Csv(zone, bom) : new Ndjson(), zone);
    }

    private static Bulk read(Parameters parameters, String order, Format format, ZoneId zone) {
        MessageFilter filter =
                MessageFilter.of(parameters).during(time(parameters, "from", zone), time(parameters, "to", zone));
        boolean oldestFirst =
                parameters.oneOf("order", order, Set.of("asc", "desc")).equals("asc");
        int most = parameters.number("limit", Integer.MAX_VALUE, Integer.MAX_VALUE);
        return new Bulk(filter, oldestFirst, format, zone, most, Excerpts.length(parameters));
    }

    /** A day begins in the zone; a time is a time. */
    private static @Nullable Instant time(Parameters parameters, String name, ZoneId zone) {
        Instant time = parameters.time(name);
        String text = parameters.text(name);
        boolean isDay = text != null && text.length() == "2026-01-31".length();
        if (time == null || !isDay) {
            return time;
        }
        Instant begin =
                LocalDate.ofInstant(time, ZoneOffset.UTC).atStartOfDay(zone).toInstant();
        return Reach.covers(begin) ? begin : time;
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static ZoneId zone(Parameters parameters) {
        String text = parameters.text("tz");
        try {
            return text == null ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw Parameters.bad("tz", "must be a time zone like America/Sao_Paulo");
        }
    }
}

package groupwatch.summary.row;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.write.Length;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** A row of the table to its record. */
final class SummaryRowMapping {

    private static final TypeReference<Map<String, String>> SOURCES = new TypeReference<>() {};

    private SummaryRowMapping() {}

    static SummaryVersion read(Readable row) {
        return new SummaryVersion(
                summary(row),
                Length.valueOf(text(row, "length").toUpperCase(Locale.ROOT)),
                EventCodec.mapper().readValue(text(row, "sources"), SOURCES),
                value(row, "calls", Integer.class),
                value(row, "parts", Integer.class),
                value(row, "withdrawn", Integer.class),
                value(row, "announced", Boolean.class));
    }

    private static Summary summary(Readable row) {
        return new Summary(
                text(row, "group_jid"),
                row.get("group_name", String.class),
                value(row, "day", LocalDate.class),
                text(row, "zone"),
                value(row, "from_at", Instant.class),
                value(row, "until_at", Instant.class),
                value(row, "version", Integer.class),
                value(row, "reissued", Boolean.class),
                value(row, "so_far", Boolean.class),
                text(row, "language"),
                value(row, "messages", Integer.class),
                value(row, "omitted", Integer.class),
                text(row, "provider"),
                text(row, "model"),
                EventCodec.mapper().readValue(text(row, "content"), SummaryContent.class),
                value(row, "dropped", Integer.class),
                new TokenCount(value(row, "input_tokens", Long.class), value(row, "output_tokens", Long.class)),
                row.get("cost", BigDecimal.class),
                text(row, "content_hash"),
                value(row, "written_at", Instant.class));
    }
}

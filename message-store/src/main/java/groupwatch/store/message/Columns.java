package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Rows for one statement, as it takes them: one array a column, for {@code unnest}.
 *
 * @param <R> what one row is made from
 */
final class Columns<R> {

    /** A text of a row, absent where the column may be. */
    @FunctionalInterface
    interface Text<R> {
        @Nullable
        String of(R row);
    }

    private record Column<R>(
            String name, String type, Function<R, @Nullable Object> value, IntFunction<Object[]> array) {}

    private final List<Column<R>> columns = new ArrayList<>();

    Columns<R> text(String name, Text<R> value) {
        return add(name, "text[]", value::of, String[]::new);
    }

    Columns<R> json(String name, Function<R, String> value) {
        return add(name, "text[]::jsonb[]", value::apply, String[]::new);
    }

    /** As the text of a {@code tsvector}. */
    Columns<R> words(String name, Function<R, String> value) {
        return add(name, "text[]::tsvector[]", value::apply, String[]::new);
    }

    /** As text: the driver has no array of times that keeps microseconds and every year. */
    Columns<R> time(String name, Function<R, Instant> value) {
        return add(name, "text[]::timestamptz[]", row -> value.apply(row).toString(), String[]::new);
    }

    Columns<R> flag(String name, Function<R, Boolean> value) {
        return add(name, "boolean[]", value::apply, Boolean[]::new);
    }

    Columns<R> number(String name, Function<R, Integer> value) {
        return add(name, "int[]", value::apply, Integer[]::new);
    }

    Columns<R> bigNumber(String name, Function<R, Long> value) {
        return add(name, "bigint[]", value::apply, Long[]::new);
    }

    /** {@code by_phone} and {@code by_lid}: who, as seen. */
    Columns<R> by(Function<R, Identities> value) {
        return who("by", value);
    }

    Columns<R> who(String prefix, Function<R, Identities> value) {
        return text(prefix + "_phone", row -> jid(value.apply(row).phone()))
                .text(prefix + "_lid", row -> jid(value.apply(row).lid()));
    }

    Columns<R> key(Function<R, MessageKey> key) {
        return text("scope", row -> key.apply(row).scope())
                .text("id", row -> key.apply(row).id());
    }

    Columns<R> source(Function<R, Source> source) {
        return text("source_topic", row -> source.apply(row).topic())
                .number("source_partition", row -> source.apply(row).partition())
                .bigNumber("source_offset", row -> source.apply(row).offset());
    }

    private static String jid(@Nullable Jid jid) {
        return jid == null ? "" : jid.value();
    }

    private Columns<R> add(String name, String type, Function<R, @Nullable Object> value, IntFunction<Object[]> array) {
        columns.add(new Column<>(name, type, value, array));
        return this;
    }

    /** The names, comma separated. */
    String names() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    /** {@code unnest($1::text[], $2::int[], …)}. */
    String unnest() {
        List<String> arrays = new ArrayList<>();
        for (Column<R> column : columns) {
            arrays.add("$" + (arrays.size() + 1) + "::" + column.type());
        }
        return "unnest(" + String.join(", ", arrays) + ")";
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement, List<R> rows) {
        GenericExecuteSpec bound = statement;
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            bound = bound.bind(i, rows.stream().map(column.value()).toArray(column.array()));
        }
        return bound;
    }
}

package groupwatch.kit.database;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Reading columns that are never null. */
public final class Columns {

    private Columns() {}

    public static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** The only column of a row. */
    public static <T> T first(Readable row, Class<T> type) {
        return Objects.requireNonNull(row.get(0, type), "first column");
    }

    public static String text(Readable row, String column) {
        return value(row, column, String.class);
    }
}

package groupwatch.report.alert;

import io.r2dbc.spi.R2dbcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a record that no database takes, such as one with a NUL in its text, from a database that takes nothing now. */
final class Poison {

    /** SQLSTATE classes: data, integrity, limits. */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");

    private Poison() {}

    static boolean blames(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException said && said.getSqlState() != null) {
                return OF_DATA.contains(said.getSqlState().substring(0, 2));
            }
        }
        return false;
    }
}

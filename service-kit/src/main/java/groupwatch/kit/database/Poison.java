package groupwatch.kit.database;

import io.r2dbc.spi.R2dbcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a record that no database takes, such as one with a NUL in its text, from a database that takes nothing now. */
public final class Poison {

    /** SQLSTATE classes: 21 a row touched twice, 22 a value, 23 a constraint, 54 a limit of the program. */
    private static final Set<String> OF_DATA = Set.of("21", "22", "23", "54");

    private static final int STATE_LENGTH = 5;

    private Poison() {}

    /** It fails again, always. */
    public static boolean blames(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException said && isOfData(said.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfData(@Nullable String state) {
        return state != null && state.length() == STATE_LENGTH && OF_DATA.contains(state.substring(0, 2));
    }
}

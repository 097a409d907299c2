package groupwatch.kit.database;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binding what may be absent: NULL then, which statements read as "any". */
public final class Binding {

    private Binding() {}

    public static GenericExecuteSpec text(GenericExecuteSpec statement, int index, @Nullable String text) {
        return text == null ? statement.bindNull(index, String.class) : statement.bind(index, text);
    }

    public static GenericExecuteSpec texts(
            GenericExecuteSpec statement, int index, @Nullable Collection<String> texts) {
        return texts == null
                ? statement.bindNull(index, String[].class)
                : statement.bind(index, texts.toArray(String[]::new));
    }
}

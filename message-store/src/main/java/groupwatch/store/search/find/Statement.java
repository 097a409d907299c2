package groupwatch.store.search.find;

import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The values of a statement in the making: no value is ever part of its text. */
final class Statement {

    private final List<Object> values = new ArrayList<>();

    /** The placeholder of a value; the same value has one. */
    String value(Object value) {
        int known = values.indexOf(value);
        if (known < 0) {
            values.add(value);
            known = values.size() - 1;
        }
        return "$" + (known + 1);
    }

    GenericExecuteSpec on(DatabaseClient database, String sql) {
        GenericExecuteSpec statement = database.sql(sql);
        for (int i = 0; i < values.size(); i++) {
            statement = statement.bind(i, values.get(i));
        }
        return statement;
    }
}

package groupwatch.store.activity;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Quarters as a statement takes them: one array a column. */
final class QuarterArrays {

    private QuarterArrays() {}

    /** Binds the first three parameters. Times go as text: the driver has no array of times that holds every year. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Quarter> quarters) {
        return statement
                .bind(0, quarters.stream().map(Quarter::scope).toArray(String[]::new))
                .bind(1, quarters.stream().map(Quarter::chat).toArray(String[]::new))
                .bind(
                        2,
                        quarters.stream()
                                .map(quarter -> quarter.begins().toString())
                                .toArray(String[]::new));
    }
}

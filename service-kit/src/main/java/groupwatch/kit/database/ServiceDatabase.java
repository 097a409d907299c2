package groupwatch.kit.database;

import java.util.List;
import java.util.Objects;

/**
 * A service's part of the database, declared as a bean by each service that has one.
 *
 * @param schema of the service, by its word, such as {@code store}; migrations are in {@code db/<schema>}
 * @param settings bound by the service
 * @param shared further folders of migrations in {@code db}, such as {@code jobs}, whose tables come to be in the service's schema
 */
public record ServiceDatabase(String schema, DatabaseSettings settings, List<String> shared) {

    public ServiceDatabase {
        shared = List.copyOf(shared);
    }

    public ServiceDatabase(String schema, DatabaseSettings settings, String... shared) {
        this(schema, settings, List.of(shared));
    }

    /** The run-time role. */
    String username() {
        return Objects.requireNonNullElse(settings.username(), "groupwatch_" + schema);
    }

    String applicationName() {
        return "groupwatch-" + schema;
    }
}

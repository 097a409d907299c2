package groupwatch.summary.testing;

import groupwatch.summary.ledger.BudgetSettings;
import groupwatch.summary.model.ModelSettings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they come of properties, with the defaults of the rest. */
public final class Settings {

    private Settings() {}

    /** {@code "provider", "ollama", "concurrency", "2"}: names without {@code groupwatch.summary.model}. */
    public static ModelSettings model(String... namesAndValues) {
        return bound("groupwatch.summary.model", ModelSettings.class, namesAndValues);
    }

    /** Names without {@code groupwatch.summary.budget}. */
    public static BudgetSettings budget(String... namesAndValues) {
        return bound("groupwatch.summary.budget", BudgetSettings.class, namesAndValues);
    }

    private static <T> T bound(String prefix, Class<T> type, String... namesAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(prefix + "." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, Bindable.of(type));
    }
}

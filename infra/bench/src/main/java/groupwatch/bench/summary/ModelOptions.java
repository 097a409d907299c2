package groupwatch.bench.summary;

import groupwatch.summary.model.Provider;
import groupwatch.summary.write.compose.Drafts;
import groupwatch.summary.write.compose.ModelSummary;
import groupwatch.summary.write.compose.WriteSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The model that is scored too, named as the summarizer's own settings name it. */
final class ModelOptions {

    @Option(
            names = "--provider",
            defaultValue = "EXTRACTIVE",
            description = "Of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}: no model).")
    Provider provider = Provider.EXTRACTIVE;

    @Option(names = "--key-file", paramLabel = "FILE", description = "The vendor's key.")
    @Nullable
    Path keyFile;

    @Option(names = "--url", description = "Where the vendor is, unless where it always is.")
    @Nullable
    URI url;

    @Option(names = "--model", description = "As the vendor calls it; Anthropic's small one unless named.")
    @Nullable
    String model;

    Asked open() {
        return provider == Provider.EXTRACTIVE ? new Asked(null, "", null) : Asked.of(VendorContext.start(settings()));
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("groupwatch.summary.model.provider", provider.word());
        put(settings, "key-file", keyFile);
        put(settings, "url", url);
        put(settings, "summaries", model);
        put(settings, "questions", model);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put("groupwatch.summary.model." + name, value.toString());
        }
    }

    /** A model that is asked, or none. */
    record Asked(
            @Nullable VendorContext context,
            String name,
            @Nullable ModelSummary writer) implements AutoCloseable {

        static Asked of(VendorContext context) {
            var model = context.model();
            return new Asked(
                    context,
                    model.provider() + " (" + model.name() + ")",
                    new ModelSummary(model, WriteSettings.usual(), Drafts.none()));
        }

        void ifPresent(BiConsumer<String, ModelSummary> then) {
            if (writer != null) {
                then.accept(name, writer);
            }
        }

        @Override
        public void close() {
            if (context != null) {
                context.close();
            }
        }
    }
}

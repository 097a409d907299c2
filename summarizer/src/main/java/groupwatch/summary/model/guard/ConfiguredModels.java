package groupwatch.summary.model.guard;

import groupwatch.summary.ledger.Budget;
import groupwatch.summary.ledger.Ledger;
import groupwatch.summary.ledger.Prices;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelMetrics;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Models;
import groupwatch.summary.model.vendor.Vendor;
import groupwatch.summary.model.vendor.Vendors;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The models of the vendor that is configured. They share its turns and its breaker. */
@Component
class ConfiguredModels implements Models {

    private final Optional<LanguageModel> summaries;
    private final Optional<LanguageModel> questions;

    ConfiguredModels(
            ModelSettings settings,
            Vendors vendors,
            Budget budget,
            Ledger ledger,
            Prices prices,
            ModelMetrics metrics) {
        Turns turns = new Turns(settings);
        Attempts attempts = new Attempts(settings, metrics);
        GuardedModel.Guards guards = new GuardedModel.Guards(budget, turns, attempts, ledger, prices, metrics);
        this.summaries = vendors.vendor().map(vendor -> model(settings, settings.summaries(), vendor, guards));
        this.questions = vendors.vendor().map(vendor -> model(settings, settings.questions(), vendor, guards));
        if (vendors.vendor().isPresent()) {
            metrics.watch(settings.provider().word(), turns::running, turns::waiting, () -> attempts.isOpen() ? 1 : 0);
        }
    }

    private static LanguageModel model(ModelSettings settings, String name, Vendor vendor, GuardedModel.Guards guards) {
        return new GuardedModel(settings.provider().word(), name, settings.window(), vendor, guards);
    }

    @Override
    public Optional<LanguageModel> forSummaries() {
        return summaries;
    }

    @Override
    public Optional<LanguageModel> forQuestions() {
        return questions;
    }
}

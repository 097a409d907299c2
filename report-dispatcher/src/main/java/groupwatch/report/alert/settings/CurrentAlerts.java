package groupwatch.report.alert.settings;

import groupwatch.report.plan.PlanSettings;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The settings that count: the chosen ones, or else the configured ones. */
@Component
public class CurrentAlerts {

    private final AlertProperties configured;
    private final PlanSettings plans;
    private final ChosenAlertRows rows;

    CurrentAlerts(AlertProperties configured, PlanSettings plans, ChosenAlertRows rows) {
        this.configured = configured;
        this.plans = plans;
        this.rows = rows;
    }

    public Mono<AlertSettings> current() {
        return rows.find().map(this::settings).defaultIfEmpty(configured());
    }

    Mono<ShownAlerts> shown() {
        return rows.find()
                .map(chosen -> ShownAlerts.of("chosen", settings(chosen)))
                .defaultIfEmpty(ShownAlerts.of("configured", configured()));
    }

    Mono<Void> choose(WantedAlerts wanted) {
        AlertSettings usual = configured();
        return rows.write(new ChosenAlerts(
                wanted.recipients(),
                Objects.requireNonNullElse(wanted.after(), usual.after()),
                Objects.requireNonNullElse(wanted.language(), usual.language()),
                Objects.requireNonNullElse(wanted.zone(), usual.zone())));
    }

    Mono<Void> forget() {
        return rows.remove();
    }

    private AlertSettings configured() {
        return settings(new ChosenAlerts(
                configured.recipients(),
                configured.after(),
                Objects.requireNonNullElse(configured.language(), plans.language()),
                Objects.requireNonNullElse(configured.zone(), plans.usualZone())));
    }

    private AlertSettings settings(ChosenAlerts chosen) {
        return new AlertSettings(
                chosen.recipients(),
                chosen.after(),
                configured.afterUrgent(),
                configured.backAfter(),
                chosen.language(),
                chosen.zone());
    }
}

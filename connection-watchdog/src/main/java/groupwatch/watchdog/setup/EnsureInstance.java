package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.InstanceRow;
import groupwatch.watchdog.link.SetUp;
import groupwatch.watchdog.watch.InstanceSetup;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at an instance part by part. Where all is right that is four small calls: state, row, webhook, settings. */
@Component
class EnsureInstance implements InstanceSetup {

    private final Creation creation;
    private final WebhookRepair webhooks;
    private final OptionsRepair options;
    private final SavedMessages messages;
    private final Versions versions;
    private final SeenAccounts accounts;
    private final Clock clock;

    EnsureInstance(
            Creation creation,
            WebhookRepair webhooks,
            OptionsRepair options,
            SavedMessages messages,
            Versions versions,
            SeenAccounts accounts,
            Clock clock) {
        this.creation = creation;
        this.webhooks = webhooks;
        this.options = options;
        this.messages = messages;
        this.versions = versions;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Mono<SetUp> ensure(Watch watch) {
        return creation.found(watch)
                .doOnNext(found ->
                        accounts.change(watch.account().id(), seen -> seen.in(isOpen(found.state()), clock.instant())))
                .flatMap(found ->
                        watch.call(api -> api.instance(watch.address())).flatMap(row -> looked(watch, found, row)));
    }

    private Mono<SetUp> looked(Watch watch, Creation.Found found, InstanceRow row) {
        return Flux.concat(webhooks.look(watch, isOpen(found.state())), options.look(watch), messages.look(watch, row))
                .reduce(Findings.NONE, Findings::and)
                .zipWhen(findings -> versions.of(watch), (findings, version) -> setUp(found, row, findings, version));
    }

    private static SetUp setUp(Creation.Found found, InstanceRow row, Findings findings, Optional<String> version) {
        Findings all = findings.and(version.map(Version::judged).orElse(Findings.NONE));
        return new SetUp(found.state(), row, found.created(), all.repaired(), version.orElse(null), all.warnings());
    }

    private static boolean isOpen(String state) {
        return state.equals("open");
    }
}

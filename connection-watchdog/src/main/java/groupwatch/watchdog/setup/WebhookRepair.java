package groupwatch.watchdog.setup;

import groupwatch.events.link.Link;
import groupwatch.kit.evolution.InstanceWebhook;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Compares an instance's webhook with ours, sets it right, and reads it back: an Evolution can answer that it did and not have done it. */
@Component
class WebhookRepair {

    private static final Logger log = LoggerFactory.getLogger(WebhookRepair.class);
    private static final String WEBHOOK = "webhook";

    private final WantedWebhook wanted;
    private final SeenAccounts accounts;
    private final Clock clock;

    WebhookRepair(WantedWebhook wanted, SeenAccounts accounts, Clock clock) {
        this.wanted = wanted;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param open whether its link is */
    Mono<Findings> look(Watch watch, boolean open) {
        return found(watch).flatMap(found -> look(watch, found.orElse(null), open));
    }

    private Mono<Optional<InstanceWebhook>> found(Watch watch) {
        return watch.call(api -> api.webhook(watch.address()).map(Optional::of).defaultIfEmpty(Optional.empty()));
    }

    private Mono<Findings> look(Watch watch, @Nullable InstanceWebhook found, boolean open) {
        List<String> differences = wanted.differences(found);
        if (differences.isEmpty()) {
            return Mono.fromSupplier(() -> told(List.of(), seen(watch, true)));
        }
        if (found != null && differences.contains("url")) {
            warnOfOther(watch, found);
        }
        accounts.change(id(watch), seen -> seen.webhookWrong(clock.instant()));
        return Attempts.taken(watch.call(api -> api.setWebhook(watch.address(), wanted.inPlaceOf(found))))
                .flatMap(taken -> taken ? found(watch) : Mono.just(Optional.<InstanceWebhook>empty()))
                .map(now -> set(watch, differences, now.orElse(null), found != null && open));
    }

    /** Somebody else was told: by the host alone, for secrets stand in addresses. */
    private static void warnOfOther(Watch watch, InstanceWebhook found) {
        log.atWarn()
                .addKeyValue("account", id(watch))
                .addKeyValue("host", WantedWebhook.host(found))
                .log("The instance's webhook went elsewhere; it is replaced, and who was told there is told no more");
    }

    /** @param late whether Evolution goes on as before until the link connects again */
    private Findings set(Watch watch, List<String> differences, @Nullable InstanceWebhook now, boolean late) {
        boolean right = wanted.differences(now).isEmpty();
        if (right && late && differences.contains("base64")) {
            accounts.change(id(watch), seen -> seen.filesAfterReconnect(true));
        }
        log.atInfo()
                .addKeyValue("account", id(watch))
                .addKeyValue("differed", differences)
                .addKeyValue("taken", right)
                .log("The instance's webhook was set");
        return told(right ? List.of(WEBHOOK) : List.of(), seen(watch, right))
                .and(right ? Findings.NONE : Findings.warning(Warnings.WEBHOOK_NOT_TAKEN));
    }

    private Seen seen(Watch watch, boolean right) {
        return accounts.change(id(watch), seen -> seen.webhookRight(right));
    }

    private Findings told(List<String> repaired, Seen seen) {
        List<Link.Warning> warnings = new ArrayList<>();
        if (seen.isFoughtOver(clock.instant())) {
            warnings.add(Warnings.WEBHOOK_REPAIRED_AGAIN);
        }
        if (seen.filesAfterReconnect()) {
            warnings.add(Warnings.FILES_AFTER_RECONNECT);
        }
        return new Findings(repaired, warnings);
    }

    private static String id(Watch watch) {
        return watch.account().id();
    }
}

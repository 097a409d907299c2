package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.InstanceOptions;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.watch.Watch;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Compares an instance's settings with what an archive needs and what nobody should notice of it, and sets those right; others stay their owner's. */
@Component
class OptionsRepair {

    private static final Logger log = LoggerFactory.getLogger(OptionsRepair.class);

    /** Of an instance that is made. */
    static InstanceOptions fresh(Account account) {
        return wanted(new InstanceOptions(false, "", false, false, false, false, false), account);
    }

    private static InstanceOptions wanted(InstanceOptions found, Account account) {
        return new InstanceOptions(
                found.rejectCall(), found.msgCall(), false, false, false, found.readStatus(), account.fullHistory());
    }

    Mono<Findings> look(Watch watch) {
        return found(watch).flatMap(found -> look(watch, found));
    }

    private static Mono<InstanceOptions> found(Watch watch) {
        return watch.call(api -> api.options(watch.address()));
    }

    private Mono<Findings> look(Watch watch, InstanceOptions found) {
        InstanceOptions wanted = wanted(found, watch.account());
        if (wanted.equals(found)) {
            return Mono.just(Findings.NONE);
        }
        return Attempts.taken(watch.call(api -> api.setOptions(watch.address(), wanted)))
                .flatMap(taken -> taken ? found(watch) : Mono.just(found))
                .map(now -> set(watch, wanted(now, watch.account()).equals(now)));
    }

    private static Findings set(Watch watch, boolean right) {
        log.atInfo()
                .addKeyValue("account", watch.account().id())
                .addKeyValue("taken", right)
                .log("The instance's settings were set");
        return right ? new Findings(List.of("settings"), List.of()) : Findings.warning(Warnings.SETTINGS_NOT_TAKEN);
    }
}

package groupwatch.report.mail;

import groupwatch.kit.database.Routine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts the mails that Resend took, against what the account's plan allows. */
@Component
public class ResendQuota {

    private static final Logger log = LoggerFactory.getLogger(ResendQuota.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ResendUsageRows rows;
    private final ResendSettings settings;
    private final Routine routine;
    private final Clock clock;
    private final AtomicReference<ResendUsage> seen = new AtomicReference<>(new ResendUsage(0, 0));

    ResendQuota(ResendUsageRows rows, ResendSettings settings, Routine routine, MailMetrics metrics, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.routine = routine;
        this.clock = clock;
        metrics.watchQuota("day", () -> seen.get().day(), settings.daily());
        metrics.watchQuota("month", () -> seen.get().month(), settings.monthly());
    }

    public Mono<QuotaState> state() {
        return look().map(usage -> new QuotaState(
                QuotaState.Period.of(usage.day(), settings.daily()),
                QuotaState.Period.of(usage.month(), settings.monthly())));
    }

    /** Never fails: a mail that was taken is, also when it could not be counted. */
    Mono<Void> count(ResendAnswer answer) {
        boolean taken = answer.status() / 100 == 2;
        if (!taken && answer.usedInDay() == null && answer.usedInMonth() == null) {
            return Mono.empty();
        }
        return Mono.defer(() -> rows.add(today(), taken ? 1 : 0, answer))
                .then(Mono.defer(this::look))
                .timeout(PATIENCE)
                .doOnError(error -> log.atWarn()
                        .setCause(error)
                        .log("A mail that Resend took could not be counted; what is shown of the quota is too little"))
                .onErrorComplete()
                .then();
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT10M")
    Mono<Void> watch() {
        return routine.run("look at what is used of Resend's quota", Mono.defer(this::look));
    }

    private Mono<ResendUsage> look() {
        return rows.of(today()).doOnNext(seen::set);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

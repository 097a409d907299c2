package groupwatch.report.alert;

import groupwatch.report.alert.settings.AlertSettings;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.LinkAlert.Kind;
import groupwatch.report.unsubscribe.Suppressions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is told of an outage, kept together with the mails it makes. Within a transaction that has locked the outage. */
@Component
class MakeAlert {

    private static final Logger log = LoggerFactory.getLogger(MakeAlert.class);

    private final OutageRows outages;
    private final AlertMailRows mails;
    private final AlertJobs jobs;
    private final Suppressions suppressions;
    private final AlertMetrics metrics;

    MakeAlert(
            OutageRows outages, AlertMailRows mails, AlertJobs jobs, Suppressions suppressions, AlertMetrics metrics) {
        this.outages = outages;
        this.mails = mails;
        this.jobs = jobs;
        this.suppressions = suppressions;
        this.metrics = metrics;
    }

    Mono<Void> of(KnownOutage outage, Kind kind, AlertSettings settings, Instant now) {
        return mails.add(outage.id(), alert(outage, kind, settings, now))
                .filter(isNew -> isNew)
                .flatMap(isNew -> recipients(outage, kind, settings))
                .flatMap(recipients -> suppressions
                        .suppressedFromAll(recipients)
                        .flatMap(unwilling -> added(outage, kind, recipients, unwilling, now)))
                .then(outages.told(outage.id(), kind, now))
                .doOnSuccess(done -> log.atInfo()
                        .addKeyValue("account", outage.account())
                        .addKeyValue("outage", outage.id())
                        .log("A mail says that the link is {}", kind.word()));
    }

    /** That it is back is news to whoever was told that it was down. */
    private Mono<List<String>> recipients(KnownOutage outage, Kind kind, AlertSettings settings) {
        return kind == Kind.DOWN
                ? Mono.just(settings.recipients())
                : mails.recipients(outage.id(), Kind.DOWN)
                        .filter(settings::isFor)
                        .collectList();
    }

    private Mono<Void> added(
            KnownOutage outage, Kind kind, List<String> recipients, Set<String> unwilling, Instant now) {
        List<String> willing = recipients.stream()
                .filter(recipient -> !unwilling.contains(recipient))
                .toList();
        return mails.add(outage.id(), kind, willing, MailState.WAITING, now)
                .then(mails.add(outage.id(), kind, unwilling, MailState.SUPPRESSED, now))
                .then(jobs.mails(outage.id(), kind, willing))
                .doOnSuccess(done -> unwilling.forEach(recipient -> metrics.ended(kind, MailState.SUPPRESSED)));
    }

    private static LinkAlert alert(KnownOutage outage, Kind kind, AlertSettings settings, Instant now) {
        boolean back = kind == Kind.BACK;
        return new LinkAlert(
                kind,
                outage.account(),
                outage.status(),
                outage.from(),
                back ? outage.end() : null,
                outage.explanation(),
                outage.advice(),
                back ? outage.filledIn() : null,
                back ? outage.missing() : null,
                now,
                settings.language(),
                settings.zone(),
                false);
    }
}

package groupwatch.report.alert.settings;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.api.Fields;
import groupwatch.report.compose.ComposeMail;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.mail.Delivery;
import groupwatch.report.mail.Mail;
import groupwatch.report.mail.SendMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A mail as it would come, that says it is a test. */
@Component
class TestAlert {

    private static final Duration AGO = Duration.ofMinutes(12);
    private static final int AT_ONCE = 4;

    private final CurrentAlerts alerts;
    private final ComposeMail compose;
    private final SendMail send;
    private final Clock clock;

    TestAlert(CurrentAlerts alerts, ComposeMail compose, SendMail send, Clock clock) {
        this.alerts = alerts;
        this.compose = compose;
        this.send = send;
        this.clock = clock;
    }

    /** @param to absent: everybody in the settings */
    record Wanted(@Nullable String to) {

        private static final int LONGEST = 500;

        static Wanted read(JsonNode body) {
            String to = new Fields(body, "", Set.of("to")).text("to", LONGEST);
            return new Wanted(to == null ? null : WantedAlerts.address("to", to).toString());
        }
    }

    /** What became of it, for each recipient. */
    record Tried(List<Result> results) {}

    /**
     * What became of one mail.
     *
     * @param result accepted, deferred, unusable, refused
     * @param said in words a person can act on, with what the server said
     */
    record Result(String to, String result, String said) {

        static Result of(String to, Delivery delivery) {
            return new Result(to, delivery.word(), delivery.said());
        }
    }

    Mono<Tried> send(Wanted wanted) {
        return alerts.current()
                .flatMapMany(settings -> Flux.fromIterable(recipients(wanted, settings))
                        .flatMapSequential(to -> sent(settings, to), AT_ONCE))
                .collectList()
                .map(Tried::new);
    }

    private static List<String> recipients(Wanted wanted, AlertSettings settings) {
        String to = wanted.to();
        if (to == null && settings.recipients().isEmpty()) {
            throw Fields.bad("to", "must be given: the settings name nobody");
        }
        return to == null ? settings.recipients() : List.of(to);
    }

    private Mono<Result> sent(AlertSettings settings, String to) {
        Instant now = clock.instant();
        return compose.compose(sample(settings, now), to)
                .map(made -> new Mail(
                        "test-" + UUID.randomUUID(),
                        now,
                        to,
                        made.subject(),
                        made.html(),
                        made.text(),
                        made.images(),
                        null,
                        null))
                .flatMap(send::send)
                .map(delivery -> Result.of(to, delivery));
    }

    private static LinkAlert sample(AlertSettings settings, Instant now) {
        return new LinkAlert(
                LinkAlert.Kind.DOWN,
                "sales",
                LinkStatus.LOGGED_OUT,
                now.minus(AGO),
                null,
                "The session was ended on the phone.",
                "Link it again: scan a new QR code with the phone.",
                null,
                null,
                now,
                settings.language(),
                settings.zone(),
                true);
    }
}

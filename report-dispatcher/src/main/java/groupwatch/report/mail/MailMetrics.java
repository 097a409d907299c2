package groupwatch.report.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** The meters of handing mails over. */
@Component
class MailMetrics {

    static final String ATTEMPTS = "groupwatch.report.mail.attempts";
    static final String BREAKER = "groupwatch.report.mail.breaker.open";
    static final String USED = "groupwatch.report.resend.used";
    static final String LIMIT = "groupwatch.report.resend.limit";

    private final MeterRegistry meters;

    MailMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** An attempt ended: accepted, deferred, unusable, refused. */
    void attempted(String transport, Delivery delivery, Duration time) {
        Timer.builder(ATTEMPTS)
                .tag("transport", transport)
                .tag("result", delivery.word())
                .description("Attempts at handing a mail over, by how they ended")
                .register(meters)
                .record(time);
    }

    void watchBreaker(IntSupplier open) {
        Gauge.builder(BREAKER, open::getAsInt)
                .description("1 while the mail server is left alone because it failed too often")
                .register(meters);
    }

    /** @param period day, month */
    void watchQuota(String period, LongSupplier used, long limit) {
        Gauge.builder(USED, used::getAsLong)
                .tag("period", period)
                .description("Mails that Resend took in the period, as last seen here")
                .register(meters);
        Gauge.builder(LIMIT, () -> limit)
                .tag("period", period)
                .description("Mails that Resend takes in the period; 0: no limit")
                .register(meters);
    }
}

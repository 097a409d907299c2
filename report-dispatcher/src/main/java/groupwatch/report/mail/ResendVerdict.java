package groupwatch.report.mail;

import groupwatch.report.mail.Delivery.Deferred;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

/**
 * What an answer of Resend means.
 *
 * @see <a href="https://resend.com/docs/api-reference/errors">Errors</a>
 */
final class ResendVerdict {

    /** The day of the quota is the last 24 hours: some of it is free again every hour, but when is not said. */
    private static final Duration QUOTA_PAUSE = Duration.ofHours(1);

    private ResendVerdict() {}

    static Attempt of(ResendAnswer answer, Clock clock) {
        String says = " Resend says: " + answer.status() + " " + answer.name() + ": " + answer.text();
        return switch (answer.status()) {
            case 200, 201, 202 -> Attempt.accepted("Resend has taken it as " + answer.text());
            case 409 -> again(answer, says);
            case 429 -> limited(answer, clock, says);
            case 401, 403 -> settings(answer, says);
            case 404, 405 -> Attempt.unusable("This is not Resend's API; see groupwatch.report.resend.url." + says);
            case 408, 425 -> Attempt.deferred("Resend does not take it now." + says, answer.retryAfter());
            case 400, 413, 422 -> rejected(answer, says);
            default ->
                answer.status() >= 500
                        ? new Attempt(
                                Attempt.deferred("Resend is not well." + says, answer.retryAfter())
                                        .delivery(),
                                true)
                        : Attempt.refused("Resend does not take the mail." + says);
        };
    }

    /** A key is kept of mails that were sent: with it there, the mail is. Only what the settings add can have changed since. */
    private static Attempt again(ResendAnswer answer, String says) {
        return answer.name().equals("invalid_idempotent_request")
                ? Attempt.accepted(
                        "Resend had already taken this mail at an earlier attempt, before the settings were changed."
                                + says)
                : Attempt.deferred(
                        "Resend is still busy with an earlier attempt at this mail." + says,
                        Objects.requireNonNullElse(answer.retryAfter(), Deferred.SHORTEST_PAUSE));
    }

    private static Attempt limited(ResendAnswer answer, Clock clock, String says) {
        return switch (answer.name()) {
            case "daily_quota_exceeded" ->
                Attempt.deferred(
                        "The day's quota at Resend is used up." + says,
                        Objects.requireNonNullElse(answer.retryAfter(), QUOTA_PAUSE));
            case "monthly_quota_exceeded" ->
                Attempt.deferred(
                        "The month's quota at Resend is used up." + says,
                        Objects.requireNonNullElse(answer.retryAfter(), untilNextMonth(clock)));
            default ->
                Attempt.deferred(
                        "Resend is asked too often." + says,
                        Objects.requireNonNullElse(answer.retryAfter(), Deferred.SHORTEST_PAUSE));
        };
    }

    private static Duration untilNextMonth(Clock clock) {
        Instant next = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Duration.between(clock.instant(), next);
    }

    private static Attempt settings(ResendAnswer answer, String says) {
        boolean key = answer.name().endsWith("_api_key")
                || answer.text().toLowerCase(Locale.ROOT).contains("api key");
        return Attempt.unusable(
                key
                        ? "Resend does not take the API key (pass)." + says
                        : "Resend does not send from this address: its domain must be verified there." + says);
    }

    /** Also keys and senders are answered like this. */
    private static Attempt rejected(ResendAnswer answer, String says) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        if (text.contains("api key")) {
            return Attempt.unusable("Resend does not take the API key (pass)." + says);
        }
        if (answer.name().equals("invalid_from_address") || text.contains("`from`")) {
            return Attempt.unusable("Resend does not send from this address." + says);
        }
        return Attempt.refused("Resend does not take the mail." + says);
    }
}

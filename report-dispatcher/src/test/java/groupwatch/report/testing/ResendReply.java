package groupwatch.report.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What Resend answers instead of taking a mail.
 *
 * @param name of the error, as Resend calls it
 * @param takes whether it takes the mail all the same
 * @param cut whether the connection ends instead of an answer
 */
public record ResendReply(
        int status,
        String name,
        String message,
        Map<String, String> headers,
        Duration after,
        boolean takes,
        boolean cut) {

    public ResendReply {
        headers = Map.copyOf(headers);
    }

    public static ResendReply error(int status, String name, String message) {
        return new ResendReply(status, name, message, Map.of(), Duration.ZERO, false, false);
    }

    public static ResendReply limited(int seconds) {
        return error(429, "rate_limit_exceeded", "Too many requests. You can only make 2 requests per second.")
                .header("retry-after", String.valueOf(seconds));
    }

    public static ResendReply dailyQuota() {
        return error(429, "daily_quota_exceeded", "You have reached your daily email sending quota.");
    }

    public static ResendReply monthlyQuota() {
        return error(429, "monthly_quota_exceeded", "You have reached your monthly email sending quota.");
    }

    public static ResendReply wrongKey() {
        return error(401, "validation_error", "API key is invalid");
    }

    public static ResendReply unverified(String domain) {
        return error(
                403,
                "validation_error",
                "The " + domain
                        + " domain is not verified. Please, add and verify your domain on https://resend.com/domains");
    }

    public static ResendReply broken() {
        return error(500, "application_error", "An unexpected error occurred.");
    }

    /** Takes the mail, and the connection ends before it says so. */
    public static ResendReply lostAfterTaking() {
        return new ResendReply(200, "", "", Map.of(), Duration.ZERO, true, true);
    }

    /** Takes the mail, and says so only then. */
    public static ResendReply takingFor(Duration time) {
        return new ResendReply(200, "", "", Map.of(), time, true, false);
    }

    public ResendReply header(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ResendReply(status, name, message, more, after, takes, cut);
    }
}

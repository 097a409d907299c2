package groupwatch.report.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What Resend answered.
 *
 * @param name of an error, such as {@code validation_error}; empty where there is none
 * @param text id of the mail, or an error's message
 * @param usedInDay mails of the whole account in a day, as Resend counts them; absent when it does not say
 */
record ResendAnswer(
        int status,
        String name,
        String text,
        @Nullable Duration retryAfter,
        @Nullable Long usedInDay,
        @Nullable Long usedInMonth) {

    static ResendAnswer of(int status, HttpHeaders headers, JsonNode body, Clock clock) {
        boolean taken = status / 100 == 2;
        return new ResendAnswer(
                status,
                taken ? "" : body.path("name").asString(""),
                body.path(taken ? "id" : "message").asString(""),
                retryAfter(headers.getFirst(HttpHeaders.RETRY_AFTER), clock),
                number(headers.getFirst("x-resend-daily-quota")),
                number(headers.getFirst("x-resend-monthly-quota")));
    }

    private static @Nullable Duration retryAfter(@Nullable String value, Clock clock) {
        Long seconds = number(value);
        if (value == null || seconds != null) {
            return seconds == null ? null : Duration.ofSeconds(seconds);
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration pause = Duration.between(clock.instant(), until.toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Long number(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,12}") ? Long.valueOf(value) : null;
    }
}

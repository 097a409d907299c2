package groupwatch.kit.evolution;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads {@code Retry-After}, RFC 9110 section 10.2.3: seconds or a date. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** @return from zero to a day; absent: it does not say, or nothing that makes sense */
    static @Nullable Duration of(HttpHeaders headers, Clock clock) {
        String said = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (said == null) {
            return null;
        }
        Duration wait = said.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : until(said, clock);
        return wait == null || wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static @Nullable Duration until(String date, Clock clock) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

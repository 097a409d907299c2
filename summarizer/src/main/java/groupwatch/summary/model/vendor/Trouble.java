package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Turn;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a vendor answers instead of an answer. */
final class Trouble {

    private static final int LONGEST = 200;
    private static final int MOST_CAUSES = 20;

    /** So much of a request in an error, and the error quotes it. */
    private static final int QUOTE = 20;

    private static final Pattern KEYS = Pattern.compile("\\b(sk|key|gsk|xai)-[A-Za-z0-9_*-]{4,}");

    /** Statuses after which the same request may succeed. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, VendorException.LIMITED);

    /** What an error in the middle of a stream is called, where there is no status to go by. */
    private static final Set<String> PASSING_TYPES =
            Set.of("overloaded_error", "api_error", "rate_limit_error", "timeout_error", "server_error");

    private final String vendor;
    private final Clock clock;

    Trouble(String vendor, Clock clock) {
        this.vendor = vendor;
        this.clock = clock;
    }

    /**
     * @param status 200 in the middle of a stream
     * @param header by lower-case name; absent where it is not there
     */
    VendorException answered(
            int status, Function<String, @Nullable String> header, JsonNode body, ModelRequest request) {
        JsonNode error = body.path("error");
        String type = error.path("type").asString("");
        String sentence = clean(
                error.isString() ? error.stringValue() : error.path("message").asString(""), request);
        String what = status == 200 ? "breaks its answer off" : "answers " + status;
        String message = vendor + " " + what + (type.isEmpty() ? "" : " " + word(type))
                + (sentence.isEmpty() ? "" : ": " + sentence);
        boolean passing = passing(status, type, header.apply("x-should-retry"), error);
        return VendorException.answered(message, status, passing, retryAfter(header));
    }

    VendorException lost(Throwable error) {
        return VendorException.lost(
                vendor + " does not answer, or not to the end: "
                        + error.getClass().getSimpleName(),
                !isUnconnected(error),
                // what the others say may quote what was answered
                error instanceof java.io.IOException
                        ? error
                        : new IllegalStateException(error.getClass().getName()));
    }

    /** Nothing is sent before there is a connection. */
    private static boolean isUnconnected(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof NoRouteToHostException
                        || cause instanceof UnknownHostException
                        || cause instanceof SSLHandshakeException);
    }

    private static boolean passing(int status, String type, @Nullable String shouldRetry, JsonNode error) {
        if (error.path("details").path("error_code").asString("").equals("enforced_spend_limit_reached")
                || error.path("code").asString("").equals("insufficient_quota")) {
            // the same status as a rate limit, and over only when somebody pays
            return false;
        }
        if (shouldRetry != null) {
            return shouldRetry.equalsIgnoreCase("true");
        }
        return status == 200 ? PASSING_TYPES.contains(type) : status >= 500 || PASSING.contains(status);
    }

    private @Nullable Duration retryAfter(Function<String, @Nullable String> header) {
        String millis = header.apply("retry-after-ms");
        String value = header.apply("retry-after");
        try {
            if (millis != null) {
                return Duration.ofMillis((long) Double.parseDouble(millis));
            }
            if (value == null) {
                return null;
            }
            return value.matches("[0-9.]+")
                    ? Duration.ofMillis((long) (Double.parseDouble(value) * 1000))
                    : until(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String word(String type) {
        return type.replaceAll("[^a-z_]", "");
    }

    /** The vendor's sentence; nothing where it quotes the request, which is private. */
    private static String clean(String said, ModelRequest request) {
        String sentence = said.strip();
        if (sentence.length() > LONGEST) {
            sentence = sentence.substring(0, LONGEST) + "…";
        }
        return quotes(sentence, request)
                ? ""
                : KEYS.matcher(sentence).replaceAll("(a key)").replaceAll("\\s+", " ");
    }

    private static boolean quotes(String sentence, ModelRequest request) {
        List<String> texts = request.turns().stream().map(Turn::text).toList();
        for (int i = 0; i + QUOTE <= sentence.length(); i++) {
            String part = sentence.substring(i, i + QUOTE);
            if (texts.stream().anyMatch(text -> text.contains(part))) {
                return true;
            }
        }
        return false;
    }
}

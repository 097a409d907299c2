package groupwatch.ingest;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a webhook is not taken, and whether Evolution will come again with it: with 503, 408 and 413 it does, else never. */
public enum Refusal {
    WRONG_SECRET(HttpStatus.UNAUTHORIZED),
    SOURCE_NOT_ALLOWED(HttpStatus.FORBIDDEN),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    COMPRESSED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    NOT_JSON(HttpStatus.BAD_REQUEST),
    NOT_OBJECT(HttpStatus.BAD_REQUEST),
    NO_EVENT(HttpStatus.BAD_REQUEST),
    NO_INSTANCE(HttpStatus.BAD_REQUEST),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    BROKER_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    STORE_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** As in meters and problem types: {@code wrong-secret}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

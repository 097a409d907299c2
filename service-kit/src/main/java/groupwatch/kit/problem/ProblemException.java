package groupwatch.kit.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An error a caller should read. It becomes {@code application/problem+json} with the type
 * {@code https://groupwatch.dev/problems/<slug>}; what the detail says is shown to the caller as it is.
 */
public final class ProblemException extends RuntimeException {

    private static final String TYPES = "https://groupwatch.dev/problems/";

    private final HttpStatus status;
    private final String slug;
    private final String detail;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final HttpHeaders headers = new HttpHeaders();

    public ProblemException(HttpStatus status, String slug, String detail) {
        // stackless: an answer, not a bug
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.detail = detail;
    }

    /** 404: nothing is there under this name. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    /** 400 that names the parameter in the member {@code parameter}. */
    public static ProblemException badParameter(String parameter, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-parameter", detail).with("parameter", parameter);
    }

    /** 503 with {@code Retry-After}: the same request is worth another try. */
    public static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
    }

    /** Adds a member to the body. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a header to the answer. */
    public ProblemException withHeader(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String detail() {
        return detail;
    }

    /** As it is told, be it as an answer or, without {@code instance}, within one that has begun. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPES + slug);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.putAll(members);
        return body;
    }

    HttpHeaders headers() {
        return headers;
    }
}

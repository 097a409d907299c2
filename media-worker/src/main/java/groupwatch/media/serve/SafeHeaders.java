package groupwatch.media.serve;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** Headers of a file that a stranger made, on the origin of our own pages. */
final class SafeHeaders {

    /** Were a browser to show it as a page after all, it is nobody's page, and runs and loads nothing. */
    private static final String POLICY =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'self'";

    private SafeHeaders() {}

    static void write(Served served, HttpHeaders headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, served.mime());
        headers.set(HttpHeaders.CONTENT_DISPOSITION, served.name().disposition(served.inline()));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setETag(served.etag());
        headers.setCacheControl(
                CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }
}

package groupwatch.summary.model.guard;

import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.vendor.VendorException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/** What went wrong in the end, as who asked is told. */
final class OurWords {

    /** After so many attempts there is no hurry. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private OurWords() {}

    static ModelException of(Throwable error, String provider, Duration breakerPause) {
        if (error instanceof VendorException vendors) {
            return vendors.passing()
                    ? new ModelException.Unavailable(
                            message(vendors),
                            Objects.requireNonNullElse(vendors.retryAfter(), LATER),
                            vendors.getCause())
                    : new ModelException.Refused(message(vendors), null);
        }
        if (error instanceof CallNotPermittedException) {
            return new ModelException.Unavailable(
                    provider + " is left alone for a while: it failed too often", breakerPause, null);
        }
        if (error instanceof TimeoutException) {
            return new ModelException.Unavailable(provider + " takes too long: " + error.getMessage(), LATER, null);
        }
        return new ModelException.Unavailable(
                "The call to " + provider + " failed: " + error.getClass().getSimpleName(), LATER, error);
    }

    private static String message(VendorException error) {
        return Objects.requireNonNullElse(error.getMessage(), "");
    }
}

package groupwatch.report.run;

import org.jspecify.annotations.Nullable;

/** There is no mail to be handed over; the log says why. */
final class NotComposedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotComposedException(@Nullable Throwable cause) {
        super("The mail could not be composed here; it was not handed to the mail server.", cause);
    }
}

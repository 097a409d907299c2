package groupwatch.report.mail;

import java.util.Locale;
import java.util.stream.Stream;

/** What is behind an error. */
final class Causes {

    private static final int MOST = 20;

    private Causes() {}

    static boolean has(Throwable error, Class<? extends Throwable> type) {
        return of(error).anyMatch(type::isInstance);
    }

    /** Whether one of them says it, in any case. */
    static boolean says(Throwable error, String words) {
        return of(error)
                .anyMatch(cause -> String.valueOf(cause.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains(words));
    }

    /** The error itself too. */
    static Stream<Throwable> of(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, cause -> cause.getCause())
                .limit(MOST);
    }
}

package groupwatch.report.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt at handing a mail over. Each says it in words a person can act on, on one line, without secrets. */
public sealed interface Delivery {

    String said();

    /** {@code accepted}, {@code deferred}, {@code unusable} or {@code refused}. */
    default String word() {
        return switch (this) {
            case Accepted accepted -> "accepted";
            case Deferred deferred -> "deferred";
            case Unusable unusable -> "unusable";
            case Refused refused -> "refused";
        };
    }

    /**
     * The mail server has taken it.
     *
     * @param said its own answer, such as {@code 250 queued as 4711}
     */
    record Accepted(String said) implements Delivery {}

    /**
     * Not now: busy, away, broken off, or not certain whether it was taken. The same mail again makes sense.
     *
     * @param pause how long the server wants to be left alone, never shorter than {@link #SHORTEST_PAUSE}; absent when it did not say
     * @param tried whether a server was asked at all; not while it is left alone, or when the mail's turn did not come
     */
    record Deferred(String said, @Nullable Duration pause, boolean tried) implements Delivery {

        /** "In a second" for each of many mails is a storm. */
        public static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);

        public Deferred {
            pause = pause == null || pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE;
        }

        public Deferred(String said, @Nullable Duration pause) {
            this(said, pause, true);
        }
    }

    /** The settings are wrong or missing (credentials, encryption, certificate, host): nothing goes out until somebody changes them. */
    record Unusable(String said) implements Delivery {}

    /** Not this mail to this recipient, however often it is tried. */
    record Refused(String said) implements Delivery {}
}

package groupwatch.report.mail;

import groupwatch.report.mail.Delivery.Accepted;
import groupwatch.report.mail.Delivery.Deferred;
import groupwatch.report.mail.Delivery.Refused;
import groupwatch.report.mail.Delivery.Unusable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt.
 *
 * @param outage whether it says something against the mail server itself: not there, broken off, too slow
 */
record Attempt(Delivery delivery, boolean outage) {

    static Attempt accepted(String said) {
        return new Attempt(new Accepted(Said.line(said)), false);
    }

    static Attempt deferred(String said) {
        return deferred(said, null);
    }

    static Attempt deferred(String said, @Nullable Duration pause) {
        return new Attempt(new Deferred(Said.line(said), pause), false);
    }

    /** Deferred without that anybody was asked. */
    static Attempt untried(String said, @Nullable Duration pause) {
        return new Attempt(new Deferred(Said.line(said), pause, false), false);
    }

    /** Deferred, because of the mail server. */
    static Attempt failed(String said) {
        return new Attempt(new Deferred(Said.line(said), null), true);
    }

    static Attempt unusable(String said) {
        return new Attempt(new Unusable(Said.line(said)), false);
    }

    static Attempt refused(String said) {
        return new Attempt(new Refused(Said.line(said)), false);
    }

    /** Without the password, wherever a server repeats it. */
    Attempt without(@Nullable String secret) {
        Delivery told = switch (delivery) {
            case Accepted accepted -> new Accepted(Said.without(secret, accepted.said()));
            case Deferred deferred ->
                new Deferred(Said.without(secret, deferred.said()), deferred.pause(), deferred.tried());
            case Unusable unusable -> new Unusable(Said.without(secret, unusable.said()));
            case Refused refused -> new Refused(Said.without(secret, refused.said()));
        };
        return new Attempt(told, outage);
    }
}

package groupwatch.report.mail;

import groupwatch.report.mail.SmtpProgress.Stage;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What it means that a connection did not come about, or ended before the mail server had said whether it takes the mail. */
final class ConnectionVerdict {

    private ConnectionVerdict() {}

    static Attempt of(SmtpProgress progress, Throwable error, String place) {
        boolean talking = progress.stage().compareTo(Stage.ENCRYPTING) > 0;
        if (!talking && Causes.has(error, UnknownHostException.class)) {
            return unknown(error, place);
        }
        if (!talking && Causes.has(error, SSLException.class) && !broken(error)) {
            return unencryptable(error, place);
        }
        return switch (progress.stage()) {
            case WAITING -> waiting(error);
            case CONNECTING -> Attempt.failed(connecting(error, place));
            case END ->
                Attempt.failed("The connection to " + place + " ended (" + why(error)
                        + ") after the whole mail was handed over and before the answer: it is not certain whether it was taken."
                        + " The next attempt has the same Message-ID.");
            case CONTENT ->
                Attempt.failed(
                        "The connection to " + place + " ended (" + why(error)
                                + ") while the mail was handed over; what is not whole should not be taken, which is not certain.");
            default ->
                Attempt.failed(
                        "The connection to " + place + " ended (" + why(error) + ") before the mail was handed over.");
        };
    }

    private static Attempt waiting(Throwable error) {
        if (Causes.has(error, RejectedExecutionException.class) || Causes.has(error, TimeoutException.class)) {
            return Attempt.untried("Too many mails are on their way; this one was not tried.", null);
        }
        return Attempt.untried("The mail was not tried: " + error.getClass().getSimpleName(), null);
    }

    private static String connecting(Throwable error, String place) {
        if (Causes.has(error, ConnectException.class) || Causes.has(error, NoRouteToHostException.class)) {
            return "Nobody listens at " + place + ": is the mail server down, or the port wrong?";
        }
        return place + " did not begin to talk (" + why(error)
                + "). Where it wants encryption from the first byte, tls must be implicit.";
    }

    /** A resolver that is away says nothing about the name. */
    private static Attempt unknown(Throwable error, String place) {
        return Causes.says(error, "temporary failure")
                ? Attempt.failed("The name of " + place + " cannot be looked up now.")
                : Attempt.unusable("There is no host of the name of " + place + ".");
    }

    private static Attempt unencryptable(Throwable error, String place) {
        if (Causes.has(error, CertificateException.class)
                || Causes.has(error, CertPathValidatorException.class)
                || Causes.says(error, "certificate")) {
            return Attempt.unusable(
                    "The certificate of " + place + " is not good (" + reason(error)
                            + "): nothing was sent. Put it right, or switch checkCertificate off if you trust the network between.");
        }
        if (Causes.says(error, "unsupported or unrecognized ssl message")) {
            return Attempt.unusable(
                    place + " does not encrypt from the first byte: choose the port for that, or tls starttls.");
        }
        return Attempt.unusable("No encryption could be agreed on with " + place + " (" + reason(error) + ").");
    }

    /** The innermost, which says most. */
    private static String reason(Throwable error) {
        List<Throwable> causes = Causes.of(error).toList();
        Throwable innermost = causes.getLast();
        return innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
    }

    private static boolean broken(Throwable error) {
        return Causes.has(error, EOFException.class)
                || Causes.has(error, SocketException.class)
                || Causes.has(error, SocketTimeoutException.class);
    }

    private static String why(Throwable error) {
        return Causes.has(error, SocketTimeoutException.class) || Causes.has(error, TimeoutException.class)
                ? "no answer in time"
                : "broken off";
    }
}

package groupwatch.report.mail;

import groupwatch.report.mail.SmtpProgress.Stage;
import java.util.Locale;
import java.util.Set;

/** What a dialogue that did not come to its good end means: from how far it came, the mail server's last answer, and what broke. */
final class SmtpVerdict {

    /** Larger than the mail server takes (RFC 5321), at the sender's line already. */
    private static final Set<Integer> TOO_LARGE = Set.of(552, 523);

    /** Sign in, or encrypt, first. */
    private static final Set<Integer> SIGN_IN_FIRST = Set.of(530, 535, 538);

    private SmtpVerdict() {}

    static Attempt of(SmtpProgress progress, Throwable error, MailAccount account) {
        if (progress.accepted() != null) {
            return Attempt.accepted(progress.accepted());
        }
        String place = account.place();
        return switch (progress.code() / 100) {
            case 4 -> Attempt.deferred(busy(progress, place));
            case 5 -> refused(progress, account);
            default -> settings(progress, account, error, place);
        };
    }

    private static String busy(SmtpProgress progress, String place) {
        return "The mail server " + place + " does not take it now and says: " + progress.answer();
    }

    private static Attempt refused(SmtpProgress progress, MailAccount account) {
        String answer = progress.answer();
        String says = " The mail server says: " + answer;
        boolean signInFirst = SIGN_IN_FIRST.contains(progress.code());
        return switch (progress.stage()) {
            case SIGNING_IN ->
                Attempt.unusable("User and password are not the right ones for " + account.place() + "." + says);
            case SENDER ->
                TOO_LARGE.contains(progress.code())
                        ? Attempt.refused("The mail is not taken." + says)
                        : Attempt.unusable(
                                signInFirst
                                        ? account.place() + " takes mail only from who signs in or encrypts." + says
                                        : account.place() + " takes no mail from " + account.from() + "." + says);
            case RECIPIENT ->
                signInFirst || relays(answer)
                        ? Attempt.unusable(account.place()
                                + " does not pass mail on for us: user and password are missing or of somebody else."
                                + says)
                        : Attempt.refused("The recipient is not taken." + says);
            case CONTENT, END -> Attempt.refused("The mail is not taken." + says);
            default -> Attempt.unusable(account.place() + " turns us away." + says);
        };
    }

    /** Of addresses elsewhere, from who may not send there: which has no code of its own. */
    private static boolean relays(String answer) {
        return answer.toLowerCase(Locale.ROOT).contains("relay");
    }

    private static Attempt settings(SmtpProgress progress, MailAccount account, Throwable error, String place) {
        if (progress.isUnencrypted() && account.tls() == Tls.STARTTLS && progress.stage() == Stage.HELLO) {
            return Attempt.unusable(
                    "Encryption (STARTTLS) is required and " + place
                            + " does not offer it: nothing was sent. Choose another port or tls, if you trust the network between.");
        }
        if (progress.isNotSignedIn()) {
            return Attempt.unusable(
                    progress.isWithheld()
                            ? place + " offers no encryption, so the password was not sent."
                            : place
                                    + " has no way to sign in that we know; remove user and password, or choose another port or tls.");
        }
        return ConnectionVerdict.of(progress, error, place);
    }
}

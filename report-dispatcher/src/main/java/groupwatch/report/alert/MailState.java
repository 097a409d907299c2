package groupwatch.report.alert;

import java.util.Locale;

/** Where an alert's mail to one recipient stands. */
enum MailState {
    WAITING,
    /** The mail server has taken it. */
    ACCEPTED,
    /** The mail server will never take it. */
    REFUSED,
    /** It was tried for too long. */
    EXPIRED,
    /** The recipient wants no mail, is none any more, or does not know that the link was down. */
    SUPPRESSED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

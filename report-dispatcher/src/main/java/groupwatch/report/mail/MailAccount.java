package groupwatch.report.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom mails are handed to, and from whom they are.
 *
 * @param host a mail server; {@code resend}: Resend's HTTP API, which takes no port, user, encryption or check from here
 * @param password at Resend the API key
 * @param checkCertificate whether the mail server's certificate must be good and be its own
 * @param from also where failures are returned to
 */
public record MailAccount(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Tls tls,
        boolean checkCertificate,
        MailAddress from,
        String fromName,
        @Nullable MailAddress replyTo) {

    /** The host that means Resend. */
    public static final String RESEND = "resend";

    public boolean resend() {
        return host.equals(RESEND);
    }

    /** Whether a password goes to the same place and to nobody more than with the other. */
    public boolean keepsPasswordsAs(MailAccount other) {
        boolean checked = checkCertificate || !other.checkCertificate;
        return host.equals(other.host)
                && (resend()
                        || port == other.port
                                && Objects.equals(user, other.user)
                                && !tls.isWeakerThan(other.tls)
                                && checked);
    }

    /** As people write it. */
    String place() {
        return resend() ? "Resend" : host + ":" + port;
    }

    @Override
    public String toString() {
        return "MailAccount[" + place() + ", user=" + (user == null ? "none" : "set") + ", password=********, tls="
                + tls.word() + "]";
    }
}

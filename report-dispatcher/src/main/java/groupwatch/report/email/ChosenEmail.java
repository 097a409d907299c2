package groupwatch.report.email;

import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.MailAddress;
import groupwatch.report.mail.Tls;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose.
 *
 * @param sealedPassword opened only to sign in
 */
record ChosenEmail(
        String host,
        int port,
        @Nullable String user,
        @Nullable String sealedPassword,
        Tls tls,
        boolean checkCertificate,
        MailAddress from,
        String fromName,
        @Nullable MailAddress replyTo) {

    MailAccount account(@Nullable String password) {
        return new MailAccount(host, port, user, password, tls, checkCertificate, from, fromName, replyTo);
    }
}

package groupwatch.report.email;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.QuotaState;
import groupwatch.report.mail.Tls;
import org.jspecify.annotations.Nullable;

/**
 * The settings, as the API shows them.
 *
 * @param source chosen, configured or none
 * @param pass {@link EmailSettings#HIDDEN} where there is one
 * @param problem why nothing can be sent with them as they are
 * @param quota of Resend
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownEmail(
        String source,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String pass,
        @Nullable Tls tls,
        @Nullable Boolean checkCertificate,
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String replyTo,
        @Nullable String problem,
        @Nullable QuotaState quota) {

    private static final String OTHER_KEY =
            "The password was sealed with another key (groupwatch.report.key-file); set it again.";

    static ShownEmail none() {
        return new ShownEmail("none", null, null, null, null, null, null, null, null, null, null, null);
    }

    static ShownEmail configured(MailAccount account) {
        return of("configured", account, null);
    }

    static ShownEmail chosen(MailAccount account, boolean openable) {
        return of("chosen", account, openable ? null : OTHER_KEY);
    }

    private static ShownEmail of(String source, MailAccount account, @Nullable String problem) {
        return new ShownEmail(
                source,
                account.host(),
                account.port(),
                account.user(),
                account.password() == null ? null : EmailSettings.HIDDEN,
                account.tls(),
                account.checkCertificate(),
                account.from().toString(),
                account.fromName(),
                account.replyTo() == null ? null : account.replyTo().toString(),
                problem,
                null);
    }

    boolean resend() {
        return MailAccount.RESEND.equals(host);
    }

    ShownEmail with(QuotaState state) {
        return new ShownEmail(
                source, host, port, user, pass, tls, checkCertificate, from, fromName, replyTo, problem, state);
    }
}

package groupwatch.report.mail;

import groupwatch.report.PublicUrl;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Mails, accounts and settings of tests. */
final class Mails {

    static final MailAddress REPORTS = MailAddress.of("reports@groupwatch.example");
    static final SuiteDomain SUITE = new SuiteDomain(new PublicUrl(URI.create("https://groups.example.com/watch")));
    static final Instant DATE = Instant.parse("2026-02-03T05:06:07Z");

    private Mails() {}

    static Mail mail() {
        return mail("Daily summary");
    }

    static Mail mail(String subject) {
        return new Mail(
                "run-17-recipient-4",
                DATE,
                "ana@example.org",
                subject,
                "<p>Olá, Ana</p><img src=\"cid:chart\" alt=\"12 messages\">",
                "Olá, Ana",
                List.of(new InlineImage("chart", png(64))),
                "Morning report",
                URI.create("https://groupwatch.example/api/unsubscribe/abc-123"));
    }

    /** So large that it does not fit into the buffers between two processes. */
    static Mail large() {
        Mail mail = mail();
        return new Mail(
                mail.key(),
                mail.date(),
                mail.to(),
                mail.subject(),
                mail.html(),
                mail.text(),
                List.of(new InlineImage("chart", png(16 * 1024 * 1024))),
                mail.list(),
                mail.unsubscribe());
    }

    static Mail named(String list, String subject) {
        Mail mail = mail(subject);
        return new Mail(
                mail.key(),
                mail.date(),
                mail.to(),
                mail.subject(),
                mail.html(),
                mail.text(),
                mail.images(),
                list,
                mail.unsubscribe());
    }

    static MailAccount account(int port, Tls tls) {
        return new MailAccount("localhost", port, null, null, tls, true, REPORTS, "Groupwatch", null);
    }

    static MailAccount signedIn(MailAccount account, String user, @Nullable String password) {
        return new MailAccount(
                account.host(),
                account.port(),
                user,
                password,
                account.tls(),
                account.checkCertificate(),
                account.from(),
                account.fromName(),
                account.replyTo());
    }

    static MailAccount unchecked(MailAccount account) {
        return new MailAccount(
                account.host(),
                account.port(),
                account.user(),
                account.password(),
                account.tls(),
                false,
                account.from(),
                account.fromName(),
                account.replyTo());
    }

    static MailAccount from(String name) {
        return new MailAccount(
                "localhost", 25, null, null, Tls.NONE, true, REPORTS, name, MailAddress.of("admins@example.org"));
    }

    /** {@code "time-limit", "1s"}: names without {@code groupwatch.report.mail}. */
    static MailSettings settings(String... namesAndValues) {
        return bound("groupwatch.report.mail", MailSettings.class, namesAndValues);
    }

    /** Names without {@code groupwatch.report.resend}. */
    static ResendSettings resend(String... namesAndValues) {
        return bound("groupwatch.report.resend", ResendSettings.class, namesAndValues);
    }

    private static <T> T bound(String prefix, Class<T> type, String... namesAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(prefix + "." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, Bindable.of(type));
    }

    private static byte[] png(int size) {
        byte[] png = new byte[size];
        for (int i = 0; i < size; i++) {
            png[i] = (byte) (i * 31);
        }
        return png;
    }
}

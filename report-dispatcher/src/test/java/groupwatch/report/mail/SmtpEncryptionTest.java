package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import groupwatch.report.mail.Delivery.Accepted;
import groupwatch.report.mail.Delivery.Unusable;
import groupwatch.report.testing.Conversation;
import groupwatch.report.testing.Conversation.Moment;
import groupwatch.report.testing.ScriptedSmtp;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** GreenMail, in clear and encrypted, with a certificate that nobody knows; and STARTTLS, which it has not. */
class SmtpEncryptionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });
    private final ScriptedSmtp scripted = ScriptedSmtp.start()
            .always(Conversation.willing().offering("STARTTLS").offering("AUTH PLAIN LOGIN"));
    private final SmtpClient smtp = new SmtpClient(Mails.settings("answer-time-limit", "10s"), Mails.SUITE);

    SmtpEncryptionTest() {
        greenMail.start();
        greenMail.setUser("reports@groupwatch.example", "reports", "hunter2hunter2");
    }

    @AfterEach
    void stop() {
        smtp.destroy();
        scripted.close();
        greenMail.stop();
    }

    @Test
    void inClearAndWithoutAPassword() throws MessagingException {
        assertThat(send(clear())).isInstanceOf(Accepted.class);
        assertThat(greenMail.getReceivedMessages()[0].getMessageID())
                .isEqualTo("<run-17-recipient-4@groups.example.com>");
    }

    @Test
    void withAPassword() {
        assertThat(send(Mails.signedIn(clear(), "reports", "hunter2hunter2"))).isInstanceOf(Accepted.class);
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withAWrongPassword() {
        Delivery unusable = send(Mails.signedIn(clear(), "reports", "not-this-one"));
        assertThat(unusable).isInstanceOf(Unusable.class);
        assertThat(unusable.said())
                .contains("User and password are not the right ones")
                .contains("535");
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void anUnknownCertificateIsNotTrusted() {
        Delivery unusable = send(implicit());
        assertThat(unusable).isInstanceOf(Unusable.class);
        assertThat(unusable.said()).contains("The certificate of localhost").contains("switch checkCertificate off");
    }

    @Test
    void anUnknownCertificateIsTakenWhereItIsNotChecked() {
        MailAccount account = Mails.signedIn(Mails.unchecked(implicit()), "reports", "hunter2hunter2");
        assertThat(send(account)).isInstanceOf(Accepted.class);
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aPortInClearIsNoEncryptedOne() {
        Delivery unusable = send(Mails.account(greenMail.getSmtp().getPort(), Tls.IMPLICIT));
        assertThat(unusable).isInstanceOf(Unusable.class);
        assertThat(unusable.said()).contains("does not encrypt from the first byte");
    }

    @Test
    void startTlsWithAnUnknownCertificateIsNotTrustedAlsoWhereItIsOptional() {
        for (Tls tls : new Tls[] {Tls.STARTTLS, Tls.STARTTLS_OPTIONAL}) {
            Delivery unusable = send(Mails.signedIn(starting(tls), "reports", "hunter2hunter2"));
            assertThat(unusable).isInstanceOf(Unusable.class);
            assertThat(unusable.said()).contains("The certificate of localhost");
        }
        assertThat(scripted.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void startTlsEncryptsPasswordAndMail() {
        for (Tls tls : new Tls[] {Tls.STARTTLS, Tls.STARTTLS_OPTIONAL}) {
            assertThat(send(Mails.signedIn(Mails.unchecked(starting(tls)), "reports", "hunter2hunter2")))
                    .isInstanceOf(Accepted.class);
        }
        assertThat(scripted.mails()).hasSize(2).allMatch(mail -> mail.encrypted());
        assertThat(scripted.commands()).anyMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void whoCannotEncryptNowIsAskedLater() {
        scripted.next(
                Conversation.willing().offering("STARTTLS").answering(Moment.STARTTLS, "454 4.7.0 TLS not available"));
        assertThat(send(Mails.unchecked(starting(Tls.STARTTLS)))).isInstanceOf(Delivery.Deferred.class);
        assertThat(scripted.mails()).isEmpty();
    }

    private Delivery send(MailAccount account) {
        return smtp.attempt(Mails.mail(), account).block(PATIENCE).delivery();
    }

    private MailAccount clear() {
        return Mails.account(greenMail.getSmtp().getPort(), Tls.NONE);
    }

    private MailAccount implicit() {
        return Mails.account(greenMail.getSmtps().getPort(), Tls.IMPLICIT);
    }

    private MailAccount starting(Tls tls) {
        return Mails.account(scripted.port(), tls);
    }
}

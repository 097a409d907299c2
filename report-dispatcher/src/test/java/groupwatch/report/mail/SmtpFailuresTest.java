package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.mail.Delivery.Accepted;
import groupwatch.report.mail.Delivery.Deferred;
import groupwatch.report.mail.Delivery.Refused;
import groupwatch.report.mail.Delivery.Unusable;
import groupwatch.report.testing.Conversation;
import groupwatch.report.testing.Conversation.Moment;
import groupwatch.report.testing.ReceivedMail;
import groupwatch.report.testing.ScriptedSmtp;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a mail server can fail a mail, and what is made of it. */
class SmtpFailuresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ScriptedSmtp server = ScriptedSmtp.start();
    private final SmtpClient smtp = new SmtpClient(
            Mails.settings("answer-time-limit", "1s", "time-limit", "20s", "connect-time-limit", "2s"), Mails.SUITE);

    @AfterEach
    void stop() {
        smtp.destroy();
        server.close();
    }

    @Test
    void aMailThatIsTakenIsAcceptedWithTheServersWords() {
        Attempt attempt = send(Mails.mail());
        assertThat(attempt.delivery()).isEqualTo(new Accepted("250 2.0.0 queued as 1"));
        ReceivedMail mail = server.mails().getFirst();
        assertThat(mail.from()).isEqualTo("reports@groupwatch.example");
        assertThat(mail.to()).isEqualTo("ana@example.org");
        assertThat(mail.header("Message-ID")).isEqualTo("<run-17-recipient-4@groups.example.com>");
        assertThat(server.commands()).contains("EHLO groupwatch.example").noneMatch(line -> line.startsWith("AUTH"));
    }

    /** Codes that pass, wherever they come. */
    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 4.3.2 shutting down",
        "HELLO, 421 4.3.2 shutting down",
        "MAIL, 451 4.7.1 greylisted",
        "RCPT, 450 4.2.1 mailbox busy",
        "RCPT, 452 4.2.2 mailbox full",
        "DATA, 421 4.3.2 shutting down",
        "CONTENT, 451 4.3.0 try later",
    })
    void busyAnswersDeferAndTheSameMailIsTakenLater(Moment moment, String answer) {
        server.next(Conversation.willing().answering(moment, answer));
        Attempt busy = send(Mails.mail());
        assertThat(busy.delivery()).isInstanceOf(Deferred.class);
        assertThat(busy.delivery().said()).contains(answer);
        assertThat(busy.outage()).isFalse();
        assertThat(server.mails()).isEmpty();
        assertThat(send(Mails.mail()).delivery()).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user",
        "RCPT, 553 5.1.3 bad address",
        "MAIL, 552 5.3.4 too large",
        "DATA, 554 5.6.0 not like this",
        "CONTENT, 550 5.7.1 looks like spam",
        "CONTENT, 552 5.3.4 too large",
    })
    void whatIsAgainstThisMailRefusesIt(Moment moment, String answer) {
        server.next(Conversation.willing().answering(moment, answer));
        Delivery refused = send(Mails.mail()).delivery();
        assertThat(refused).isInstanceOf(Refused.class);
        assertThat(refused.said()).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 554 5.7.1 your address is on a list, turns us away",
        "MAIL, 530 5.7.0 authentication required, only from who signs in or encrypts",
        "MAIL, 550 5.7.1 sender not yours, takes no mail from reports@groupwatch.example",
        "RCPT, 554 5.7.1 Relay access denied, user and password are missing",
        "RCPT, 530 5.7.0 must issue a STARTTLS command first, user and password are missing",
    })
    void whatIsAgainstAllOurMailsMakesTheSettingsUnusable(Moment moment, String answer, String why) {
        server.next(Conversation.willing().answering(moment, answer));
        Delivery unusable = send(Mails.mail()).delivery();
        assertThat(unusable).isInstanceOf(Unusable.class);
        assertThat(unusable.said()).contains(answer).contains(why);
    }

    /** The refusal counts, not what follows it. */
    @Test
    void aServerThatHangsUpAfterARefusalHasRefused() {
        server.next(Conversation.willing().answering(Moment.RCPT, "550 5.1.1 no such user\r\n421 4.0.0 and good bye"));
        assertThat(send(Mails.mail()).delivery()).isInstanceOf(Refused.class);
    }

    @Test
    void whenTheConnectionIsLostAfterTheContentItIsSaidThatItIsNotCertain() {
        server.next(Conversation.willing().hangingUpAt(Moment.CONTENT));
        Attempt lost = send(Mails.mail());
        assertThat(lost.delivery()).isInstanceOf(Deferred.class);
        assertThat(lost.delivery().said())
                .contains("not certain whether it was taken")
                .contains("same Message-ID");
        assertThat(lost.outage()).isTrue();

        assertThat(send(Mails.mail()).delivery()).isInstanceOf(Accepted.class);
        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().getFirst()).isEqualTo(server.mails().getLast());
    }

    @Test
    void whenTheAnswerToTheContentDoesNotComeItIsSaidThatItIsNotCertain() {
        server.next(Conversation.willing().silentAt(Moment.CONTENT));
        Delivery late = send(Mails.mail()).delivery();
        assertThat(late).isInstanceOf(Deferred.class);
        assertThat(late.said()).contains("no answer in time").contains("not certain whether it was taken");
    }

    @Test
    void aServerThatStopsReadingInTheMiddleOfTheContentIsNotWaitedForWithoutEnd() {
        server.next(Conversation.willing().silentAt(Moment.CONTENT_BEGUN));
        Attempt stuck = send(Mails.large());
        assertThat(stuck.delivery()).isInstanceOf(Deferred.class);
        assertThat(stuck.delivery().said())
                .contains("while the mail was handed over")
                .contains("not certain");
        assertThat(stuck.outage()).isTrue();
    }

    @Test
    void aConnectionThatIsLostInTheMiddleOfTheContentDefers() {
        server.next(Conversation.willing().hangingUpAt(Moment.CONTENT_BEGUN));
        Delivery lost = send(Mails.large()).delivery();
        assertThat(lost).isInstanceOf(Deferred.class);
        assertThat(lost.said()).contains("broken off");
    }

    @ParameterizedTest
    @CsvSource({"CONNECT", "HELLO", "MAIL", "RCPT", "DATA"})
    void aConnectionThatIsLostEarlierDefers(Moment moment) {
        server.next(Conversation.willing().hangingUpAt(moment));
        Attempt lost = send(Mails.mail());
        assertThat(lost.delivery()).isInstanceOf(Deferred.class);
        assertThat(lost.outage()).isTrue();
    }

    @Test
    void aSilentServerDefersAndIsSuspectedToWantEncryption() {
        server.next(Conversation.willing().silentAt(Moment.CONNECT));
        Delivery silent = send(Mails.mail()).delivery();
        assertThat(silent).isInstanceOf(Deferred.class);
        assertThat(silent.said()).contains("no answer in time").contains("tls must be implicit");
    }

    /** With everything, not only from one answer to the next. */
    @Test
    void anAttemptEndsWhenItsTimeIsOver() {
        SmtpClient hurried =
                new SmtpClient(Mails.settings("answer-time-limit", "1m", "time-limit", "300ms"), Mails.SUITE);
        server.next(Conversation.willing().silentAt(Moment.CONTENT));
        Delivery late =
                hurried.attempt(Mails.mail(), account(Tls.NONE)).block(PATIENCE).delivery();
        assertThat(late).isInstanceOf(Deferred.class);
        assertThat(late.said()).contains("not certain whether it was taken");
        hurried.destroy();
    }

    @ParameterizedTest
    @CsvSource({"QUIT"})
    void aFailingFarewellChangesNothing(Moment moment) {
        server.next(
                Conversation.willing().hangingUpAt(moment),
                Conversation.willing().silentAt(moment),
                Conversation.willing().answering(moment, "421 4.0.0 too late"));
        for (int i = 0; i < 3; i++) {
            assertThat(send(Mails.mail()).delivery()).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aServerWithoutTheEncryptionThatIsRequiredGetsNothing() {
        server.always(Conversation.willing().offering("AUTH PLAIN LOGIN"));
        for (MailAccount account :
                List.of(account(Tls.STARTTLS), Mails.signedIn(account(Tls.STARTTLS), "reports", "hunter2hunter2"))) {
            Delivery unusable =
                    smtp.attempt(Mails.mail(), account).block(PATIENCE).delivery();
            assertThat(unusable).isInstanceOf(Unusable.class);
            assertThat(unusable.said())
                    .contains("STARTTLS")
                    .contains("does not offer it")
                    .contains("nothing was sent");
        }
        assertThat(server.mails()).isEmpty();
        assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void whereEncryptionIsOptionalAMailGoesInClearAndAPasswordDoesNot() {
        server.always(Conversation.willing().offering("AUTH PLAIN LOGIN"));
        assertThat(smtp.attempt(Mails.mail(), account(Tls.STARTTLS_OPTIONAL))
                        .block(PATIENCE)
                        .delivery())
                .isInstanceOf(Accepted.class);

        Delivery unusable = smtp.attempt(
                        Mails.mail(), Mails.signedIn(account(Tls.STARTTLS_OPTIONAL), "reports", "hunter2hunter2"))
                .block(PATIENCE)
                .delivery();
        assertThat(unusable).isInstanceOf(Unusable.class);
        assertThat(unusable.said()).contains("the password was not sent");
        assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void whoCannotSignInIsTold() {
        MailAccount account = Mails.signedIn(account(Tls.NONE), "reports", "hunter2hunter2");
        assertThat(smtp.attempt(Mails.mail(), account).block(PATIENCE).delivery())
                .isInstanceOfSatisfying(
                        Unusable.class, unusable -> assertThat(unusable.said()).contains("no way to sign in"));
        server.always(Conversation.willing().offering("AUTH KERBEROS_V4"));
        assertThat(smtp.attempt(Mails.mail(), account).block(PATIENCE).delivery())
                .isInstanceOfSatisfying(
                        Unusable.class, unusable -> assertThat(unusable.said()).contains("no way to sign in"));
    }

    @ParameterizedTest
    @CsvSource({"535 5.7.8 wrong password, false", "454 4.7.0 directory is away, true"})
    void aPasswordIsWrongOrCannotBeCheckedNow(String answer, boolean passes) {
        server.next(Conversation.willing().offering("AUTH PLAIN LOGIN").answering(Moment.AUTH, answer));
        Delivery delivery = smtp.attempt(Mails.mail(), Mails.signedIn(account(Tls.NONE), "reports", "hunter2hunter2"))
                .block(PATIENCE)
                .delivery();
        assertThat(delivery).isInstanceOf(passes ? Deferred.class : Unusable.class);
        assertThat(delivery.said()).contains(answer);
    }

    @Test
    void aConnectionThatIsLostWhileSigningInSaysNothingAgainstThePassword() {
        server.next(Conversation.willing().offering("AUTH PLAIN LOGIN").hangingUpAt(Moment.AUTH));
        assertThat(smtp.attempt(Mails.mail(), Mails.signedIn(account(Tls.NONE), "reports", "hunter2hunter2"))
                        .block(PATIENCE)
                        .delivery())
                .isInstanceOf(Deferred.class);
    }

    @Test
    void whereNobodyListensItIsTriedAgain() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        Attempt attempt =
                smtp.attempt(Mails.mail(), Mails.account(port, Tls.NONE)).block(PATIENCE);
        assertThat(attempt.delivery()).isInstanceOf(Deferred.class);
        assertThat(attempt.delivery().said()).contains("Nobody listens at localhost:" + port);
        assertThat(attempt.outage()).isTrue();
    }

    private Attempt send(Mail mail) {
        return smtp.attempt(mail, account(Tls.NONE)).block(PATIENCE);
    }

    private MailAccount account(Tls tls) {
        return Mails.account(server.port(), tls);
    }
}

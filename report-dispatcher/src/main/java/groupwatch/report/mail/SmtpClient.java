package groupwatch.report.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hands mails to a mail server, a connection each. The library blocks, so it has threads of its own. They are virtual: what one waits for on a socket
 * ends when it is interrupted, so an attempt that is over its time is over at the mail server too.
 */
@Component
final class SmtpClient implements Transport, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpClient.class);

    private final MailSettings settings;
    private final SuiteDomain suite;
    private final Scheduler threads;

    SmtpClient(MailSettings settings, SuiteDomain suite) {
        this.settings = settings;
        this.suite = suite;
        // one queue for all threads: a mail server that is slow with one mail does not hold up others
        this.threads = Schedulers.fromExecutorService(
                new ThreadPoolExecutor(
                        settings.concurrency(),
                        settings.concurrency(),
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(settings.waiting()),
                        Thread.ofVirtual().name("smtp-", 1).factory()),
                "smtp");
    }

    @Override
    public Mono<Attempt> attempt(Mail mail, MailAccount account) {
        return Mono.defer(() -> {
            SmtpProgress progress = new SmtpProgress();
            return Mono.fromCallable(() -> handOver(mail, account, progress))
                    .subscribeOn(threads)
                    .timeout(settings.timeLimit())
                    .onErrorResume(error -> Mono.just(SmtpVerdict.of(progress, error, account)));
        });
    }

    private Attempt handOver(Mail mail, MailAccount account, SmtpProgress progress) {
        Session session = Session.getInstance(properties(account));
        SmtpDialogueClient dialogue = new SmtpDialogueClient(session, account, progress);
        try {
            MimeMessage message = SmtpMessageClient.message(session, mail, account, suite);
            progress.connecting();
            connect(dialogue, account, progress);
            Address[] to = {new InternetAddress(MailAddress.of(mail.to()).toString(), false)};
            dialogue.sendMessage(message, to);
            return Attempt.accepted(dialogue.getLastServerResponse());
        } catch (MessagingException | RuntimeException e) {
            return SmtpVerdict.of(progress, e, account);
        } finally {
            close(dialogue);
        }
    }

    private static void connect(SmtpDialogueClient dialogue, MailAccount account, SmtpProgress progress)
            throws MessagingException {
        boolean signsIn = account.user() != null;
        try {
            dialogue.connect(account.host(), account.port(), account.user(), signsIn ? password(account) : null);
        } catch (AuthenticationFailedException e) {
            if (progress.stage() != SmtpProgress.Stage.SIGNING_IN && !Causes.has(e, IOException.class)) {
                progress.notSignedIn();
            }
            throw e;
        }
        if (signsIn && progress.stage() != SmtpProgress.Stage.SIGNING_IN) {
            progress.notSignedIn();
            throw new MessagingException("not signed in");
        }
    }

    private static String password(MailAccount account) {
        return account.password() == null ? "" : account.password();
    }

    /** What the mail server says to our farewell changes nothing. */
    private static void close(SmtpDialogueClient dialogue) {
        try {
            dialogue.close();
        } catch (MessagingException e) {
            log.debug("The mail server did not wait for the end of the connection", e);
        }
    }

    private Properties properties(MailAccount account) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis(settings.connectTimeLimit()));
        properties.setProperty("mail.smtp.timeout", millis(settings.answerTimeLimit()));
        properties.setProperty("mail.smtp.writetimeout", millis(settings.answerTimeLimit()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.from", account.from().toString());
        // instead of the name of this machine, which is nobody's business and may take a look-up
        properties.setProperty("mail.smtp.localhost", account.from().domain());
        boolean starttls = account.tls() == Tls.STARTTLS || account.tls() == Tls.STARTTLS_OPTIONAL;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(account.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(account.checkCertificate()));
        if (!account.checkCertificate()) {
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
        return properties;
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}

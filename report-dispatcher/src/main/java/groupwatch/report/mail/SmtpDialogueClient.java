package groupwatch.report.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The library's side of a dialogue, which tells how far it has come and keeps the password from going in clear. */
final class SmtpDialogueClient extends SMTPTransport {

    private final MailAccount account;
    private final SmtpProgress progress;

    SmtpDialogueClient(Session session, MailAccount account, SmtpProgress progress) {
        super(
                session,
                new URLName("smtp", account.host(), account.port(), null, null, null),
                "smtp",
                account.tls() == Tls.IMPLICIT);
        this.account = account;
        this.progress = progress;
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        progress.says(command);
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        progress.hears(0, "");
        int code = super.readServerResponse();
        progress.hears(code, getLastServerResponse());
        return code;
    }

    /** What is asked here decides what the library does. */
    @Override
    public boolean supportsExtension(String extension) {
        boolean offered = super.supportsExtension(extension);
        if (extension.equals("STARTTLS") && !offered) {
            progress.unencrypted();
        }
        if (extension.startsWith("AUTH") && offered && account.tls() != Tls.NONE && !isSSL()) {
            progress.withheld();
            return false;
        }
        return offered;
    }
}

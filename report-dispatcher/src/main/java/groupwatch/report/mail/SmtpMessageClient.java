package groupwatch.report.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes a mail as MIME: plain text, or HTML with its images. The same mail is the same to the byte. */
final class SmtpMessageClient {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private SmtpMessageClient() {}

    static MimeMessage message(Session session, Mail mail, MailAccount account, SuiteDomain suite)
            throws MessagingException {
        MimeMessage message = new Identified(session, MailHeaders.messageId(mail, suite));
        message.setHeader("Date", DATE.format(mail.date()));
        message.setHeader("From", from(account));
        if (account.replyTo() != null) {
            message.setHeader("Reply-To", account.replyTo().toString());
        }
        message.setHeader("To", MailAddress.of(mail.to()).toString());
        message.setHeader("Subject", HeaderText.unstructured(mail.subject(), MailHeaders.LONGEST_SUBJECT));
        for (Map.Entry<String, String> header : MailHeaders.of(mail, account).entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        String key = mail.key();
        message.setContent(new Parts(
                "alternative",
                key,
                text("plain", mail.text()),
                mail.images().isEmpty() ? html(mail) : related(mail, key)));
        message.saveChanges();
        return message;
    }

    private static String from(MailAccount account) {
        return account.fromName().isBlank()
                ? account.from().toString()
                : HeaderText.phrase(account.fromName(), MailHeaders.LONGEST_NAME) + "\r\n <" + account.from() + ">";
    }

    private static MimeBodyPart html(Mail mail) throws MessagingException {
        return text("html", mail.html());
    }

    private static MimeBodyPart related(Mail mail, String key) throws MessagingException {
        Parts parts = new Parts("related", key, html(mail));
        for (InlineImage image : mail.images()) {
            parts.addBodyPart(picture(image));
        }
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeBodyPart text(String kind, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), "text/" + kind + "; charset=utf-8")));
        part.setHeader("Content-Type", "text/" + kind + "; charset=utf-8");
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart picture(InlineImage image) throws MessagingException {
        String id = MailHeaders.atom(image.id());
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(image.png(), "image/png")));
        part.setHeader("Content-Type", "image/png");
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setHeader("Content-ID", "<" + id + ">");
        part.setHeader("Content-Disposition", "inline; filename=\"" + id + ".png\"");
        return part;
    }

    /** Keeps the id that it is given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** Parted by a line that the mail's key makes, instead of by the time; neither encoding in use can have it inside. */
    private static final class Parts extends MimeMultipart {

        Parts(String subtype, String key, BodyPart... parts) throws MessagingException {
            super(subtype, parts);
            contentType = "multipart/" + subtype + ";\r\n boundary=\"=_" + subtype + "_"
                    + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "\"";
        }
    }
}

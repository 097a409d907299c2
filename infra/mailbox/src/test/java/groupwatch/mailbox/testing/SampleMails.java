package groupwatch.mailbox.testing;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

/** Mails as reports are: text and HTML, an image within it, a file beside it. */
public final class SampleMails {

    public static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private SampleMails() {}

    /** alternative(text, related(html, image)), and a file. */
    public static MimeMessage report(Session session, String subject, String html) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText("Good morning.\n\nAll is well: ção", "UTF-8");
        var page = new MimeBodyPart();
        page.setText(html, "UTF-8", "html");
        var image = part(IMAGE, "image/png", "chart.png");
        image.setContentID("<chart/1@groupwatch>");
        image.setDisposition(MimeBodyPart.INLINE);
        var related = new MimeBodyPart();
        related.setContent(new MimeMultipart("related", page, image));
        var body = new MimeBodyPart();
        body.setContent(new MimeMultipart("alternative", text, related));
        var mail = new MimeMessage(session);
        mail.setFrom(InternetAddress.parse("Groupwatch <reports@groupwatch.example>")[0]);
        mail.setRecipients(Message.RecipientType.TO, "ana@example.com");
        mail.setRecipients(Message.RecipientType.BCC, "bruno@example.com");
        mail.setSubject(subject, "UTF-8");
        mail.setContent(new MimeMultipart("mixed", body, part(new byte[3000], "application/pdf", "relatório.pdf")));
        return mail;
    }

    private static MimeBodyPart part(byte[] bytes, String type, String name) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setFileName(name);
        return part;
    }
}

package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the line, read again as a mail program reads it. */
class SmtpMessageTest {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailAccount account = Mails.from("Groupwatch");

    @Test
    void hasAPlainTextAndHtmlWithItsImages() throws Exception {
        MimeMessage message = read(written(Mails.mail(), account));
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart alternatives = (MimeMultipart) message.getContent();
        MimePart text = (MimePart) alternatives.getBodyPart(0);
        assertThat(text.getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(text.getContent()).isEqualTo("Olá, Ana");
        MimeMultipart related = (MimeMultipart) alternatives.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        MimePart html = (MimePart) related.getBodyPart(0);
        assertThat(html.getContentType()).isEqualTo("text/html; charset=utf-8");
        assertThat((String) html.getContent()).contains("Olá, Ana").contains("cid:chart");
        MimePart image = (MimePart) related.getBodyPart(1);
        assertThat(image.getContentType()).isEqualTo("image/png");
        assertThat(image.getContentID()).isEqualTo("<chart>");
        assertThat(image.getDisposition()).isEqualTo("inline");
        assertThat(image.getInputStream().readAllBytes())
                .isEqualTo(Mails.mail().images().getFirst().png());
    }

    @Test
    void withoutImagesTheHtmlStandsAlone() throws Exception {
        Mail mail = new Mail("k", Mails.DATE, "ana@example.org", "s", "<p>h</p>", "t", List.of(), null, null);
        MimeMultipart alternatives =
                (MimeMultipart) read(written(mail, account)).getContent();
        assertThat(alternatives.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void saysWhoItIsFromWhatListItBelongsToAndHowToLeaveIt() throws Exception {
        MimeMessage message = read(written(Mails.mail(), account));
        assertThat(message.getFrom()).containsExactly(new InternetAddress("reports@groupwatch.example", "Groupwatch"));
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("admins@example.org"));
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("ana@example.org"));
        assertThat(message.getHeader("Date", null)).isEqualTo("Tue, 3 Feb 2026 05:06:07 +0000");
        assertThat(message.getMessageID()).isEqualTo("<run-17-recipient-4@groups.example.com>");
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(MimeUtility.unfold(message.getHeader("List-Id", null)))
                .matches("Morning report +<report-[0-9a-f]{8}\\.groupwatch\\.example>");
        assertThat(message.getHeader("List-Unsubscribe", null))
                .isEqualTo("<https://groupwatch.example/api/unsubscribe/abc-123>");
        assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
    }

    /** An admin corrects the sender between two attempts. */
    @Test
    void isTheSameMailFromAnotherSender() throws Exception {
        MailAccount corrected = new MailAccount(
                "smtp.example.com", 587, null, null, Tls.STARTTLS, true, MailAddress.of("a@other.example"), "A", null);
        assertThat(read(written(Mails.mail(), corrected)).getMessageID())
                .isEqualTo(read(written(Mails.mail(), account)).getMessageID());
    }

    @Test
    void aMailOfNoListSaysNothingOfOne() throws Exception {
        Mail mail = new Mail("k", Mails.DATE, "ana@example.org", "s", "<p>h</p>", "t", List.of(), null, null);
        MimeMessage message = read(written(mail, account));
        assertThat(message.getHeader("List-Id")).isNull();
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void anUnsubscribeLinkThatIsNoneOfTheWebIsLeftOut() throws Exception {
        Mail mail = new Mail(
                "k", Mails.DATE, "ana@example.org", "s", "h", "t", List.of(), "l", URI.create("javascript:alert(1)"));
        assertThat(read(written(mail, account)).getHeader("List-Unsubscribe")).isNull();
    }

    /** In whatever zone this machine is. */
    @Test
    void theSameMailIsTheSameToTheByte() throws Exception {
        assertThat(written(Mails.mail(), account)).isEqualTo(written(Mails.mail(), account));
    }

    @ParameterizedTest
    @MethodSource("groupwatch.report.mail.HeaderTextTest#texts")
    void hostileNamesAddNoHeaderAndNoLongLine(String text) throws Exception {
        String written = written(Mails.named(text, text), Mails.from(text));
        List<String> usual = headerNames(written(Mails.mail(), account));
        assertThat(headerNames(written)).isEqualTo(usual);
        MimeMessage message = read(written);
        assertThat(message.getFrom()).hasSize(1);
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("reports@groupwatch.example");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject() == null ? "" : message.getSubject())
                .isEqualTo(HeaderText.cut(HeaderText.line(text), 250));
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
        wellFormed(written);
    }

    @ParameterizedTest
    @MethodSource("groupwatch.report.mail.HeaderTextTest#texts")
    void hostileBodiesStayBodies(String text) throws Exception {
        String body = text + "\r\n.\r\nQUIT\r\n--=_alternative_\r\n" + text;
        Mail mail = new Mail(
                "k\r\nBcc: x",
                Instant.EPOCH,
                "ana@example.org",
                "s",
                body,
                body,
                Mails.mail().images(),
                null,
                null);
        String written = written(mail, account);
        wellFormed(written);
        MimeMessage message = read(written);
        assertThat(message.getHeader("Bcc")).isNull();
        MimeMultipart alternatives = (MimeMultipart) message.getContent();
        assertThat(alternatives.getCount()).isEqualTo(2);
        String wellFormed = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(lines((String) alternatives.getBodyPart(0).getContent())).isEqualTo(lines(wellFormed));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static void wellFormed(String written) {
        assertThat(written.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(998)
                        .doesNotContain("\r")
                        .doesNotContain("\n")
                        .matches("[\\x09\\x20-\\x7e]*"));
    }

    private static List<String> headerNames(String written) throws Exception {
        return Collections.list(read(written).getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    private static String written(Mail mail, MailAccount account) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SmtpMessageClient.message(SESSION, mail, account, Mails.SUITE).writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static MimeMessage read(String written) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(written.getBytes(StandardCharsets.US_ASCII)));
    }
}

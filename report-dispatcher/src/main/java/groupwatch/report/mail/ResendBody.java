package groupwatch.report.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail as Resend's API takes it. Resend writes Message-ID and Date itself.
 *
 * @see <a href="https://resend.com/docs/api-reference/emails/send-email">Send Email</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResendBody(
        String from,
        List<String> to,
        @JsonProperty("reply_to") @Nullable String replyTo,
        String subject,
        String html,
        String text,
        Map<String, String> headers,
        List<Attachment> attachments) {

    /** Resend's word for a mail that is not to be put together with others of the same subject. */
    private static final String OWN_ID = "X-Entity-Ref-ID";

    record Attachment(
            String filename,
            String content,
            @JsonProperty("content_type") String contentType,
            @JsonProperty("content_id") String contentId) {

        static Attachment of(InlineImage image) {
            String id = MailHeaders.atom(image.id());
            return new Attachment(id + ".png", Base64.getEncoder().encodeToString(image.png()), "image/png", id);
        }
    }

    static ResendBody of(Mail mail, MailAccount account) {
        return new ResendBody(
                HeaderText.mailbox(account.fromName(), account.from(), MailHeaders.LONGEST_NAME),
                List.of(MailAddress.of(mail.to()).toString()),
                account.replyTo() == null ? null : account.replyTo().toString(),
                HeaderText.cut(HeaderText.line(mail.subject()), MailHeaders.LONGEST_SUBJECT),
                wellFormed(mail.html()),
                wellFormed(mail.text()),
                headers(mail, account),
                mail.images().stream().map(Attachment::of).toList());
    }

    /** Half a character is nothing that JSON can say. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(Mail mail, MailAccount account) {
        Map<String, String> headers = new LinkedHashMap<>();
        // folding is the affair of who writes the mail
        MailHeaders.of(mail, account).forEach((name, value) -> headers.put(name, value.replace("\r\n", "")));
        headers.put(OWN_ID, MailHeaders.atom(mail.key()));
        return headers;
    }
}

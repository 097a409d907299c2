package groupwatch.mailbox.read;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the file of a mail apart. Blocks; reads files where they lie, so that a large mail does not fill the memory. */
@Component
public class OpenMail {

    private static final int LARGEST_PART = 25 * 1024 * 1024;

    /** @throws IOException when the file is gone, or no mail at all */
    public OpenedMail open(Path file) throws IOException {
        try (var in = new SharedFileInputStream(file.toFile())) {
            var mail = mail(in);
            var parts = MailParts.of(mail);
            var text = first(parts, "plain");
            var html = first(parts, "html");
            var attachments = new ArrayList<OpenedMail.Attachment>();
            for (var part : parts) {
                if (part != text && part != html) {
                    attachments.add(attachment(part));
                }
            }
            return new OpenedMail(
                    headers(mail), text == null ? null : text.text(), html == null ? null : html.text(), attachments);
        }
    }

    /** A file of the mail; empty when there is none under this name. */
    public Optional<PartContent> part(Path file, String key) throws IOException {
        try (var in = new SharedFileInputStream(file.toFile())) {
            for (var part : MailParts.of(mail(in))) {
                if (part.key().equals(key)) {
                    return Optional.of(new PartContent(part.type(), part.fileName(), part.bytes(LARGEST_PART)));
                }
            }
            return Optional.empty();
        }
    }

    public record PartContent(String type, @Nullable String name, byte[] bytes) {}

    private static @Nullable MailPart first(List<MailPart> parts, String subtype) {
        return parts.stream().filter(part -> part.isText(subtype)).findFirst().orElse(null);
    }

    private static OpenedMail.Attachment attachment(MailPart part) {
        return new OpenedMail.Attachment(
                part.key(), part.fileName(), part.type(), part.size(), part.contentId() != null);
    }

    private static List<OpenedMail.Header> headers(MimeMessage mail) throws IOException {
        try {
            return Collections.list(mail.getAllHeaders()).stream()
                    .map(OpenMail::shown)
                    .toList();
        } catch (MessagingException e) {
            throw new IOException("The headers of the mail cannot be read.", e);
        }
    }

    private static OpenedMail.Header shown(Header header) {
        return new OpenedMail.Header(
                header.getName(), MimeUtility.unfold(header.getValue()).replaceAll("\\p{Cntrl}+", " "));
    }

    private static MimeMessage mail(InputStream in) throws IOException {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be read.", e);
        }
    }
}

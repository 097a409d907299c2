package groupwatch.mailbox.read;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One leaf of a mail. Senders write what they like: what cannot be understood is taken for the simplest thing it can be.
 *
 * @param number of the leaf, from 1
 */
record MailPart(MimePart part, int number) {

    private static final int LONGEST_TEXT = 8 * 1024 * 1024;
    private static final int BUFFER = 16 * 1024;

    /** Type and subtype alone, in small letters. */
    String type() {
        try {
            var type = String.valueOf(part.getContentType()).toLowerCase(Locale.ROOT);
            var plain = type.split(";", 2)[0].strip();
            return plain.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+") ? plain : "application/octet-stream";
        } catch (MessagingException e) {
            return "application/octet-stream";
        }
    }

    boolean isText(String subtype) {
        return type().equals("text/" + subtype) && !isFile();
    }

    private boolean isFile() {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        } catch (MessagingException e) {
            return false;
        }
    }

    /** Without the angle brackets. */
    @Nullable
    String contentId() {
        try {
            var id = part.getContentID();
            var plain = id == null ? "" : id.strip().replaceAll("^<|>$", "");
            return plain.isEmpty() ? null : plain;
        } catch (MessagingException e) {
            return null;
        }
    }

    String key() {
        var id = contentId();
        return id == null ? Integer.toString(number) : id;
    }

    @Nullable
    String fileName() {
        try {
            var name = part.getFileName();
            return name == null
                    ? null
                    : MimeUtility.decodeText(name)
                            .replaceAll("\\p{Cntrl}+", " ")
                            .strip();
        } catch (MessagingException | UnsupportedEncodingException e) {
            return null;
        }
    }

    /** Up to so many bytes, decoded from its transfer encoding; as they stand there when that is none, and up to where it breaks off. */
    byte[] bytes(int most) {
        var bytes = new ByteArrayOutputStream();
        copy(bytes, most);
        return bytes.toByteArray();
    }

    String text() {
        return new String(bytes(LONGEST_TEXT), charset());
    }

    long size() {
        return copy(OutputStream.nullOutputStream(), Long.MAX_VALUE);
    }

    private long copy(OutputStream to, long most) {
        long copied = 0;
        try (var in = open()) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0 && copied < most; read = in.read(buffer)) {
                var taken = (int) Math.min(read, most - copied);
                to.write(buffer, 0, taken);
                copied += taken;
            }
        } catch (IOException | MessagingException e) {
            return copied;
        }
        return copied;
    }

    private InputStream open() throws IOException, MessagingException {
        try {
            return part.getInputStream();
        } catch (IOException | MessagingException e) {
            return switch (part) {
                case MimeMessage mail -> mail.getRawInputStream();
                case MimeBodyPart body -> body.getRawInputStream();
                default -> throw e;
            };
        }
    }

    private Charset charset() {
        try {
            var type = new ContentType(part.getContentType());
            var name = type.getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}

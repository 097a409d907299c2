package groupwatch.mailbox.keep;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list shows of a mail, read from the beginning of its file. */
final class MailHead {

    /** Headers of real mails are a tenth of that. */
    private static final int LONGEST = 256 * 1024;

    private static final int LONGEST_SHOWN = 1_000;

    private MailHead() {}

    static KeptMail read(String id, Instant receivedAt, Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(LONGEST);
        }
        var envelope =
                Envelope.read(new String(head, StandardCharsets.UTF_8).lines().toList());
        var headers = headers(head);
        var from = shown(headers, "From");
        return new KeptMail(
                id,
                receivedAt,
                from == null ? envelope.from() : from,
                List.copyOf(envelope.to()),
                shown(headers, "Subject"),
                shown(headers, "Message-ID"),
                Files.size(file));
    }

    private static InternetHeaders headers(byte[] head) {
        try {
            return new InternetHeaders(new ByteArrayInputStream(head), true);
        } catch (MessagingException e) {
            return new InternetHeaders(); // it is kept and shown all the same
        }
    }

    private static @Nullable String shown(InternetHeaders headers, String name) {
        var value = headers.getHeader(name, null);
        if (value == null) {
            return null;
        }
        var line = decoded(MimeUtility.unfold(value))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}

package groupwatch.mailbox.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail, taken apart.
 *
 * @param headers as they stand in the file, in order; long ones on one line
 * @param text for reading without HTML; absent when there is none
 * @param html as it was sent: not to be shown but in a closed frame
 * @param attachments all files, those shown within the HTML too
 */
public record OpenedMail(
        List<Header> headers,
        @Nullable String text,
        @Nullable String html,
        List<Attachment> attachments) {

    public record Header(String name, String value) {}

    /**
     * @param part by which it is asked for: its content id, else its number
     * @param name absent when the sender gave none
     * @param size once decoded, in bytes
     * @param inline whether the HTML may show it
     */
    public record Attachment(String part, @Nullable String name, String type, long size, boolean inline) {}
}

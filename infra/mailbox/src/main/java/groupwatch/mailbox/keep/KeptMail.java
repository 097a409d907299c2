package groupwatch.mailbox.keep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail of the list.
 *
 * @param id also the order: later mails have greater ones
 * @param from as its own header has it; the envelope's where it has none
 * @param to of the envelope
 * @param subject decoded, one line; absent when it has none
 * @param size of the file, in bytes
 */
public record KeptMail(
        String id,
        Instant receivedAt,
        String from,
        List<String> to,
        @Nullable String subject,
        @Nullable String messageId,
        long size) {

    public boolean isFor(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }
}

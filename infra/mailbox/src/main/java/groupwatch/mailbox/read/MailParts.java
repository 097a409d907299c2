package groupwatch.mailbox.read;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The leaves of a mail, in order. A mail within a mail is a leaf; what is nested deeper or has more parts than anybody means is cut off. */
final class MailParts {

    private static final int DEEPEST = 20;
    private static final int MOST = 500;

    private final List<MailPart> leaves = new ArrayList<>();

    private MailParts() {}

    static List<MailPart> of(MimePart mail) {
        var parts = new MailParts();
        parts.collect(mail, 0);
        return parts.leaves;
    }

    private void collect(MimePart part, int depth) {
        if (depth > DEEPEST || leaves.size() >= MOST) {
            return;
        }
        try {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount() && i < MOST; i++) {
                    if (several.getBodyPart(i) instanceof MimePart one) {
                        collect(one, depth + 1);
                    }
                }
                return;
            }
        } catch (MessagingException | IOException e) {
            // no multipart then, whatever it says: shown as what it is, bytes
        }
        leaves.add(new MailPart(part, leaves.size() + 1));
    }
}

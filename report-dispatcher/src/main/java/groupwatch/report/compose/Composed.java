package groupwatch.report.compose;

import groupwatch.report.mail.InlineImage;
import java.util.List;

/**
 * A mail's body.
 *
 * @param subject on one line, without control characters
 * @param html names its images as {@code cid:<id>}
 * @param text the same to be read as plain text
 */
public record Composed(String subject, String html, String text, List<InlineImage> images) {

    public Composed {
        images = List.copyOf(images);
    }
}

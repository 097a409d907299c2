package groupwatch.media.inspect;

import groupwatch.media.text.ReadDocuments;
import groupwatch.media.text.ReadText;
import groupwatch.media.text.UnreadableDocumentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Documents: type, pages, text and first page. Blocks. */
final class Papers {

    private static final String PDF = "application/pdf";

    /** What may be a document inside: only a parser can tell. */
    private static final Set<String> WRAPPED =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    private static final Set<String> WITH_TEXT = Set.of(
            PDF,
            "application/rtf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/json",
            "application/xhtml+xml");

    private final ReadDocuments documents;
    private final int longerSide;

    Papers(ReadDocuments documents, InspectSettings settings) {
        this.documents = documents;
        this.longerSide = settings.thumbnail();
    }

    /** @param mime as the first bytes tell it */
    Inspection of(Path file, String mime) throws IOException {
        Inspection found = Inspection.of(mime);
        try {
            String inside = WRAPPED.contains(mime) ? documents.type(file) : mime;
            found = Inspection.of(known(inside, mime));
            if (hasText(found.mime())) {
                ReadText text = documents.text(file);
                found = found.reading(text.pages(), text.text());
            }
        } catch (UnreadableDocumentException unreadable) {
            found = found.troubled(reason(unreadable));
        }
        return mime.equals(PDF) ? found.drawn(firstPage(file)) : found;
    }

    private Drawn firstPage(Path file) throws IOException {
        try {
            return Drawn.as("image/jpeg", documents.firstPage(file, longerSide));
        } catch (UnreadableDocumentException unreadable) {
            return Drawn.not(reason(unreadable));
        }
    }

    /** Words of the library for what it could not tell are nobody else's. */
    private static String known(String inside, String outside) {
        if (!inside.contains("x-tika")) {
            return inside;
        }
        return outside.equals("application/x-tika-ooxml") || outside.equals("application/zip")
                ? "application/zip"
                : "application/octet-stream";
    }

    private static boolean hasText(String mime) {
        return WITH_TEXT.contains(mime)
                || mime.startsWith("text/")
                || mime.startsWith("application/vnd.openxmlformats-officedocument.")
                || mime.startsWith("application/vnd.ms-word.")
                || mime.startsWith("application/vnd.ms-excel.")
                || mime.startsWith("application/vnd.ms-powerpoint.")
                || mime.startsWith("application/vnd.oasis.opendocument.");
    }

    private static String reason(UnreadableDocumentException unreadable) {
        String message = unreadable.getMessage();
        return message == null ? "unreadable" : message;
    }
}

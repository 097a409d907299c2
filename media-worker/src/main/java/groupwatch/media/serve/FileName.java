package groupwatch.media.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import groupwatch.media.row.MediaRow;
import groupwatch.media.row.StoredFile;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What a file is called when it is saved. The sender wrote the name: folders in it, control characters, characters that turn the direction of writing and
 * all that a file system or a header takes for something else do not stay.
 */
record FileName(String value) {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 10;
    private static final String NOT_IN_NAMES = "\"*/:<>?\\|%;'`";

    /** Its own name; else one made of kind, day and id, as {@code image_2026-11-20_0b7c1a52.jpg}. */
    static FileName of(MediaRow media) {
        StoredFile file = media.stored();
        String written = file == null || file.fileName() == null ? "" : clean(file.fileName());
        if (!written.isEmpty()) {
            return new FileName(written);
        }
        return made(media, "", file == null ? null : file.mime());
    }

    static FileName ofThumbnail(MediaRow media, String mime) {
        return made(media, "_small", mime);
    }

    private static FileName made(MediaRow media, String suffix, @Nullable String mime) {
        return new FileName(media.kind().wire() + "_"
                + media.sentAt().atZone(ZoneOffset.UTC).toLocalDate() + "_"
                + media.id().toString().substring(0, 8) + suffix + Extension.of(mime));
    }

    static String clean(String written) {
        String last = written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::stays)
                .map(c -> NOT_IN_NAMES.indexOf(c) >= 0
                        ? '_'
                        : Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .forEach(name::appendCodePoint);
        // a name without a beginning is hidden, one that ends in a dot or space is another on Windows
        return shortened(name.toString().replaceAll(" +", " ").replaceAll("^[. ]+|[. ]+$", ""));
    }

    private static boolean stays(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - extension.length()))
                        .strip()
                + extension;
    }

    /** {@code Content-Disposition} of RFC 6266: plain ASCII for old programs, and the true name as RFC 8187 writes it. */
    String disposition(boolean inline) {
        String ascii = ascii();
        String plain = (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"";
        return ascii.equals(value) ? plain : plain + "; filename*=UTF-8''" + UriUtils.encode(value, UTF_8);
    }

    private String ascii() {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._ ()\\[\\]+=,@-]+", "_");
        return plain.toLowerCase(Locale.ROOT).startsWith(".") ? "file" + plain : plain;
    }
}

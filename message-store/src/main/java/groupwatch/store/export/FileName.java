package groupwatch.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an export is called: the chat's name and the days it covers, as {@code Obras_2026-01-01_2026-01-31.csv}. A name is
 * somebody's input: letters, digits and emoji of it stay, all else becomes a hyphen.
 */
record FileName(String value) {

    private static final int LONGEST_NAME = 50;

    /**
     * @param chat what it is called
     * @param otherwise when nothing of that name is left
     * @param from first moment; absent: since ever
     * @param to first moment no longer in it; absent: now
     */
    static FileName of(
            String chat,
            String otherwise,
            @Nullable Instant from,
            @Nullable Instant to,
            ZoneId zone,
            String extension,
            Clock clock) {
        String name = clean(chat);
        LocalDate last =
                (to == null ? clock.instant() : to.minusNanos(1)).atZone(zone).toLocalDate();
        String days = from == null ? "until-" + last : from.atZone(zone).toLocalDate() + "_" + last;
        return new FileName((name.isEmpty() ? clean(otherwise) : name) + "_" + days + "." + extension);
    }

    /** {@code Content-Disposition} of RFC 6266: plain ASCII for old programs, and the true name as RFC 8187 writes it. */
    String disposition() {
        String ascii = ascii();
        String plain = "attachment; filename=\"" + ascii + "\"";
        return ascii.equals(value) ? plain : plain + "; filename*=UTF-8''" + percentEncoded();
    }

    private static String clean(String text) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> stays(c) ? c : '-')
                .limit(LONGEST_NAME)
                .forEach(name::appendCodePoint);
        return name.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    }

    private static boolean stays(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Character.isEmoji(c) && c > 0x7f;
    }

    private String ascii() {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("-+(?=[-_])|^-+", "");
        return plain.startsWith("_") ? "chat" + plain : plain;
    }

    private String percentEncoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "._-".indexOf(b) >= 0);
            encoded.append(
                    plain
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().toHexDigits(b).toUpperCase(Locale.ROOT));
        }
        return encoded.toString();
    }
}

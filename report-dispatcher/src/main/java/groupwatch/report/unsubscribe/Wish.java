package groupwatch.report.unsubscribe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form says that came to the page. */
enum Wish {
    /** From a mail program (RFC 8058), as {@code List-Unsubscribe=One-Click}. */
    ONE_CLICK,
    END,
    END_ALL,
    UNDO;

    private static final Pattern PART = Pattern.compile("(?i)\\bname=\"?List-Unsubscribe\\b");

    /** Absent when it says nothing that is known here. */
    static @Nullable Wish read(String form) {
        List<String> pairs = Stream.of(form.split("&", -1)).map(Wish::decoded).toList();
        if (pairs.stream().anyMatch("List-Unsubscribe=One-Click"::equalsIgnoreCase) || inParts(form)) {
            return ONE_CLICK;
        }
        return Stream.of(END, END_ALL, UNDO)
                .filter(wish -> pairs.contains("wish=" + wish.word()))
                .findFirst()
                .orElse(null);
    }

    /** RFC 8058 lets mail programs send the pair as multipart/form-data too: a part's headers, an empty line, and what it says. */
    private static boolean inParts(String form) {
        Iterator<String> lines = form.lines().iterator();
        while (lines.hasNext()) {
            if (PART.matcher(lines.next()).find()) {
                while (lines.hasNext() && !lines.next().isEmpty()) {
                    // further headers of the part
                }
                return lines.hasNext() && lines.next().strip().equalsIgnoreCase("One-Click");
            }
        }
        return false;
    }

    /** As the page's buttons have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String decoded(String pair) {
        try {
            return URLDecoder.decode(pair, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException error) {
            return pair;
        }
    }
}

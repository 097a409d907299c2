package groupwatch.report.unsubscribe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** RFC 8058 lets mail programs send the pair this way too. */
    private static final Pattern IN_PARTS =
            Pattern.compile("(?i)name=\"?List-Unsubscribe\"?[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\nOne-Click");

    /** Absent when it says nothing that is known here. */
    static @Nullable Wish read(String form) {
        List<String> pairs = Stream.of(form.split("&", -1)).map(Wish::decoded).toList();
        if (pairs.stream().anyMatch("List-Unsubscribe=One-Click"::equalsIgnoreCase)
                || IN_PARTS.matcher(form).find()) {
            return ONE_CLICK;
        }
        return Stream.of(END, END_ALL, UNDO)
                .filter(wish -> pairs.contains("wish=" + wish.word()))
                .findFirst()
                .orElse(null);
    }

    /** As the page's buttons have it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String decoded(String pair) {
        try {
            return URLDecoder.decode(pair, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException error) {
            return pair;
        }
    }
}

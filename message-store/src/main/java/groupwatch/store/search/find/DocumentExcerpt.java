package groupwatch.store.search.find;

import groupwatch.store.search.words.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document's text in which something was found.
 *
 * @param highlights within the excerpt
 */
record DocumentExcerpt(String text, List<Highlight> highlights) {

    /** The member of a hit that has the text. */
    static final String FIELD = "documentText";

    private static final int BEFORE = 80;
    private static final int LONGEST = 320;

    /** Around the first place; absent when nothing of what was looked for is in it. */
    static @Nullable DocumentExcerpt of(String document, Highlights highlights) {
        List<Highlight> found = highlights.in(new Field(FIELD, document));
        if (found.isEmpty()) {
            return null;
        }
        int from = wordAt(document, Math.max(0, found.getFirst().start() - BEFORE));
        int to = whole(document, Math.min(document.length(), from + LONGEST));
        return new DocumentExcerpt(
                document.substring(from, to),
                found.stream()
                        .filter(highlight -> highlight.start() >= from && highlight.end() <= to)
                        .map(highlight -> new Highlight(FIELD, highlight.start() - from, highlight.end() - from))
                        .toList());
    }

    /** The next beginning of a word, if one is near: where there are no blanks, the place itself. */
    private static int wordAt(String document, int place) {
        for (int i = place; place > 0 && i < Math.min(document.length(), place + BEFORE / 2); i++) {
            if (Character.isWhitespace(document.charAt(i))) {
                return i + 1;
            }
        }
        return whole(document, place);
    }

    /** Not between the halves of a character. */
    private static int whole(String document, int place) {
        return place > 0 && place < document.length() && Character.isLowSurrogate(document.charAt(place))
                ? place - 1
                : place;
    }
}

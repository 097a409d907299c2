package groupwatch.store.search.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a message is found by as PostgreSQL reads a {@code tsvector}: {@code 'bom':1 'dia':2 '/ttext'}. Words have
 * positions, for phrases; marks and stems have none. Of an endless text the beginning is indexed: 16,000 words, and less
 * where they are long.
 */
public final class SearchWords {

    /** A position above 16,383 is not kept. */
    private static final int MOST_WORDS = 16_000;

    /** A tsvector takes a megabyte, positions included. */
    private static final int MOST_BYTES = 600_000;

    private final Map<String, List<Integer>> lexemes = new TreeMap<>();
    private final @Nullable Language language;
    private int position;
    private int bytes;

    private SearchWords(@Nullable Language language) {
        this.language = language;
    }

    /**
     * The literal of the message's {@code tsvector}.
     *
     * @param texts its text and what else is shown as text, each on its own: a phrase never spans two
     * @param marks of {@link Marks}
     * @param language of the group; absent: words only
     */
    public static String of(Collection<String> texts, Collection<String> marks, @Nullable Language language) {
        SearchWords words = new SearchWords(language);
        marks.forEach(words::mark);
        texts.forEach(words::add);
        return words.literal();
    }

    /** A lexeme as it stands in a {@code tsvector} or {@code tsquery}. */
    public static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private void add(String text) {
        for (Word word : WordBreaker.words(text)) {
            position++;
            if (position > MOST_WORDS || bytes > MOST_BYTES) {
                return;
            }
            positions(word.folded()).add(position);
            if (language != null) {
                language.stems(word).forEach(stem -> mark(Marks.stem(stem)));
            }
        }
        position++;
    }

    private void mark(String lexeme) {
        positions(lexeme);
    }

    private List<Integer> positions(String lexeme) {
        return lexemes.computeIfAbsent(lexeme, added -> {
            bytes += 3 * added.length();
            return new ArrayList<>(1);
        });
    }

    private String literal() {
        StringBuilder literal = new StringBuilder();
        lexemes.forEach((lexeme, positions) -> {
            literal.append(literal.isEmpty() ? "" : " ").append(quoted(lexeme));
            for (int i = 0; i < positions.size(); i++) {
                literal.append(i == 0 ? ':' : ',').append(positions.get(i));
            }
        });
        return literal.toString();
    }
}

package groupwatch.store.search.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Breaks a text into words: runs of letters, digits and their marks, whatever stands between them; emoji, a joined
 * sequence as one; each character of a script that is written without spaces (Chinese, Japanese, Thai…). The boundaries
 * are those of Unicode's UAX #29, but that {@code final.pdf}, {@code foo_bar} and {@code 1.500,00} come apart.
 */
public final class WordBreaker {

    private WordBreaker() {}

    /** In the order of the text. */
    public static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        try (StandardTokenizer tokens = new StandardTokenizer()) {
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            TypeAttribute type = tokens.getAttribute(TypeAttribute.class);
            tokens.setReader(new StringReader(text));
            tokens.reset();
            while (tokens.incrementToken()) {
                add(words, text, offset.startOffset(), offset.endOffset(), type.type());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return words;
    }

    private static void add(List<Word> words, String text, int start, int end, String type) {
        switch (type) {
            case "<EMOJI>" -> {
                String emoji = text.substring(start, end);
                words.add(new Word(Folding.foldEmoji(emoji), emoji, start, end, false));
            }
            case "<SOUTHEAST_ASIAN>" -> addClusters(words, text, start, end);
            case "<ALPHANUM>", "<NUM>", "<HANGUL>" -> addPieces(words, text, start, end);
            default -> addWord(words, text, start, end, false);
        }
    }

    /** What punctuation joins is several words. */
    private static void addPieces(List<Word> words, String text, int start, int end) {
        int from = start;
        for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
            if (!isOfWord(text.codePointAt(at))) {
                addWord(words, text, from, at, true);
                from = at + Character.charCount(text.codePointAt(at));
            }
        }
        addWord(words, text, from, end, true);
    }

    /** A character with the marks above and below it. */
    private static void addClusters(List<Word> words, String text, int start, int end) {
        int from = start;
        for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
            if (at > from && !isMark(text.codePointAt(at))) {
                addWord(words, text, from, at, false);
                from = at;
            }
        }
        addWord(words, text, from, end, false);
    }

    private static void addWord(List<Word> words, String text, int start, int end, boolean inflected) {
        String piece = text.substring(start, end);
        String folded = Folding.fold(piece);
        if (!folded.isEmpty()) {
            words.add(new Word(folded, piece, start, end, inflected && Character.isLetter(folded.codePointAt(0))));
        }
    }

    private static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point) || isMark(point) || Character.getType(point) == Character.FORMAT;
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}

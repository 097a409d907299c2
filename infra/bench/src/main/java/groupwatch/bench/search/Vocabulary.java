package groupwatch.bench.search;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Texts of invented words in four invented sorts of language: 3,000 words each, the n-th said about as often as 1/n, as in life, with the
 * endings and accents of the language.
 */
final class Vocabulary {

    private static final int WORDS = 3_000;
    private static final double FLATTER = 2.7;

    private static final List<String> STARTS = List.of(
            "ba", "che", "da", "fo", "gra", "li", "me", "no", "pa", "que", "re", "sta", "tu", "vi", "za", "co", "di",
            "per");
    private static final List<String> MIDDLES =
            List.of("r", "nd", "ll", "st", "m", "ç", "ñ", "tt", "sch", "l", "br", "nt", "v", "gn");
    private static final List<List<String>> ENDINGS = List.of(
            List.of("ão", "ar", "os", "ando", "a", "ção", "o", "ei", "ou", "ência"),
            List.of("ción", "ar", "os", "ando", "a", "ó", "o", "é", "ad", "encia"),
            List.of("zione", "are", "i", "ando", "a", "ò", "o", "ato", "ità", "enza"),
            List.of("ing", "ed", "s", "tion", "y", "ly", "er", "ness", "al", "ment"));

    private final String[] words = new String[WORDS];
    private final double[] upTo = new double[WORDS];

    /** @param language 0 to 3 */
    Vocabulary(int language) {
        var random = new Random(language + 1L);
        var sum = 0.0;
        for (var n = 0; n < WORDS; n++) {
            words[n] = word(random, ENDINGS.get(language));
            sum += 1 / (n + FLATTER);
            upTo[n] = sum;
        }
    }

    private static String word(Random random, List<String> endings) {
        return pick(random, STARTS)
                + pick(random, MIDDLES)
                + pick(random, STARTS).charAt(1)
                + pick(random, endings);
    }

    private static String pick(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A text of 1 to 24 words, few of them long. */
    String text(Random random) {
        var count = 1 + (int) Math.min(23, -8 * Math.log(1 - random.nextDouble()));
        return String.join(
                " ", IntStream.range(0, count).mapToObj(i -> word(random)).toList());
    }

    private String word(Random random) {
        var place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[WORDS - 1]);
        return words[Math.min(WORDS - 1, place < 0 ? -place - 1 : place)];
    }
}

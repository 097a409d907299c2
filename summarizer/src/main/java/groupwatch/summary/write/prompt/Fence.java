package groupwatch.summary.write.prompt;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The marks before and after what others wrote. They hold a word drawn for this one request, so that no message can know it.
 *
 * @param word random, lower-case hexadecimal; not in the data
 */
public record Fence(String word) {

    private static final int BYTES = 8;

    /** Around this data: its marks do not occur in it. */
    static Fence around(String data, SecureRandom random) {
        while (true) {
            byte[] drawn = new byte[BYTES];
            random.nextBytes(drawn);
            String word = HexFormat.of().formatHex(drawn);
            if (!data.contains(word)) {
                return new Fence(word);
            }
        }
    }

    String enclose(String data) {
        return opening() + "\n" + data.stripTrailing() + "\n" + closing();
    }

    String opening() {
        return "<<data " + word + ">>";
    }

    String closing() {
        return "<<end " + word + ">>";
    }
}

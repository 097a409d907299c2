package groupwatch.summary.write.compose;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a model reads and writes at once.
 *
 * @param partTokens messages of so many tokens (estimated) are read at once; a longer day is read in parts. A smaller part is cited better and
 *     costs more calls
 * @param partsAtOnce parts of one day that are read at the same time
 * @param answerTokens longest answer; a quarter of the model's window where that is less
 */
@ConfigurationProperties("groupwatch.summary.write")
public record WriteSettings(
        @DefaultValue("40000") int partTokens,
        @DefaultValue("2") int partsAtOnce,
        @DefaultValue("8000") int answerTokens) {

    public WriteSettings {
        atLeast("part-tokens", 1_000, partTokens);
        atLeast("parts-at-once", 1, partsAtOnce);
        atLeast("answer-tokens", 500, answerTokens);
        if (partsAtOnce > 16) {
            throw new IllegalArgumentException(
                    "groupwatch.summary.write.parts-at-once takes 16 or less, not " + partsAtOnce);
        }
    }

    /** As they are when nobody sets anything. */
    public static WriteSettings usual() {
        return new WriteSettings(40_000, 2, 8_000);
    }

    private static void atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "groupwatch.summary.write." + name + " takes " + least + " or more, not " + value);
        }
    }
}

package groupwatch.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.summary.write.testing.Chats;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest {

    /** What the tokenizers of the public vocabularies o200k and cl100k count in {@link Chats}; the larger of the two. */
    private static final Map<String, Integer> COUNTED = Map.ofEntries(
            Map.entry("English", 103),
            Map.entry("Portuguese", 138),
            Map.entry("Italian", 106),
            Map.entry("Spanish", 93),
            Map.entry("German", 109),
            Map.entry("Chinese", 65),
            Map.entry("Japanese", 45),
            Map.entry("Arabic", 87),
            Map.entry("Russian", 67),
            Map.entry("Hindi", 94),
            Map.entry("Emoji", 56));

    @Test
    void areRatherTooManyThanTooFewInEveryScript() {
        Chats.said()
                .forEach((language, said) -> assertThat(Tokens.of(String.join("\n", said)))
                        .as(language)
                        .isBetween(COUNTED.getOrDefault(language, 0), 2 * COUNTED.getOrDefault(language, 0)));
    }
}

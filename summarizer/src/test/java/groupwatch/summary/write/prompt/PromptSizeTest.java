package groupwatch.summary.write.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.summary.text.Tokens;
import groupwatch.summary.write.testing.Chats;
import groupwatch.summary.write.testing.Days;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptSizeTest {

    @Test
    void areFewForAMessageAndForWhatStandsAroundTheMessages() {
        StringBuilder table = new StringBuilder("tokens a message, estimated (text alone | as it is read):\n");
        for (String language : Chats.said().keySet()) {
            Numbered day = new Numbered(Chats.day(language, 120));
            PrintLine line = new PrintLine(day, 4_000);
            double text = IntStream.rangeClosed(1, 120)
                    .map(number -> Tokens.of(day.line(number).text()))
                    .average()
                    .orElseThrow();
            double read = IntStream.rangeClosed(1, 120)
                    .map(number -> Tokens.of(line.print(number, other -> true)))
                    .average()
                    .orElseThrow();
            table.append(String.format("%-11s %5.1f | %5.1f%n", language, text, read));
            // number, time, name, and on average a fifth of a reply's arrow and a tenth of some reactions
            assertThat(read - text).as(language).isBetween(5.0, 20.0);
        }
        Prompt empty = prompt();
        table.append("instructions ")
                .append(Tokens.of(empty.system()))
                .append(", around the messages ")
                .append(Tokens.of(empty.user()));
        System.out.println(table);
        assertThat(empty.tokens()).isLessThan(1_100);
    }

    private static Prompt prompt() {
        Numbered day = new Numbered(Days.PADEL);
        return new WritePrompt(day, new PrintLine(day, 4_000), Days.ENGLISH, new SecureRandom())
                .read(java.util.List.of(), 18);
    }
}

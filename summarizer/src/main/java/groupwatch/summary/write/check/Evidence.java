package groupwatch.summary.write.check;

import groupwatch.summary.text.PlainText;
import groupwatch.summary.write.prompt.Numbered;
import groupwatch.summary.write.prompt.PrintLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer may rest on: the messages that were shown, as they were shown. */
public final class Evidence {

    private final PrintLine line;
    private final Set<Integer> citable;
    private final Map<String, String> speakers;

    /** @param citable numbers of the messages that may be cited */
    public Evidence(Numbered messages, PrintLine line, Set<Integer> citable) {
        this.line = line;
        this.citable = citable;
        this.speakers = messages.speakers().stream()
                .collect(Collectors.toMap(Evidence::key, name -> name, (first, second) -> first));
    }

    boolean has(int number) {
        return citable.contains(number);
    }

    /** What is said in some messages, and by whom. */
    String said(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> line.print(number, citable::contains))
                .collect(Collectors.joining("\n"));
    }

    /** A speaker as the group knows them, from their name as a model wrote it. */
    Optional<String> speaker(String name) {
        return Optional.ofNullable(speakers.get(key(name)));
    }

    private static String key(String name) {
        String letters = Words.letters(name);
        return letters.isEmpty() ? PlainText.oneLine(name) : letters;
    }

    /** Whether all these words are of one speaker's name. */
    boolean isPartOfASpeaker(String name) {
        List<String> words = Words.of(name);
        return !words.isEmpty()
                && speakers.values().stream()
                        .anyMatch(speaker -> Words.of(speaker).containsAll(words));
    }
}

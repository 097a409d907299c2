package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.find.Source;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A sentence that may be said, in parts: text, and the messages that are cited behind it.
 *
 * @param start what marks it as an item of a list; else empty
 */
record Sentence(String start, List<Part> parts) {

    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern BLANK_BEFORE_STOP = Pattern.compile(" +(?=[.,;:!?…](?: |$))");
    /** Where Markdown is shown it would be a link named by the number. */
    private static final Pattern ADDRESS_OF_NUMBER = Pattern.compile("(?<=\\[\\d{1,6}])(?=[(:])");

    Sentence {
        parts = List.copyOf(parts);
    }

    /** @param cited behind the text; may be empty */
    record Part(String text, List<Source> cited) {

        Part {
            cited = List.copyOf(cited);
        }
    }

    /** One of our own, which rests on nothing. */
    static Sentence ours(String text) {
        return new Sentence("", List.of(new Part(text, List.of())));
    }

    /** Its text, with a number in square brackets for each citation. */
    String with(ToIntFunction<Source> number) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.text());
            part.cited()
                    .forEach(source ->
                            text.append('[').append(number.applyAsInt(source)).append(']'));
        }
        String apart = ADDRESS_OF_NUMBER.matcher(text).replaceAll(" ");
        String single = BLANKS.matcher(apart).replaceAll(" ").strip();
        return start + BLANK_BEFORE_STOP.matcher(single).replaceAll("");
    }
}

package groupwatch.summary.extract.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds until when something is said to be due, as it is said. */
public final class Dates {

    private static final Pattern CLOCK_OR_DAY =
            Pattern.compile("\\d{1,2}[:.h/]\\d{0,4}(?:[:./]\\d{2,4})?|\\d{1,2}(?:h|am|pm|th|st|nd|rd)");
    private static final Set<String> NUMBER_PART = Set.of("uhr", "am", "pm", "h");

    private Dates() {}

    /** The first date in a sentence with what belongs to it: {@code by Friday}, {@code até sexta-feira às 17h}. */
    public static Optional<String> in(Sentence sentence) {
        for (var at = 0; at < sentence.words().size(); at++) {
            if (isDate(sentence, at)) {
                return Optional.of(around(sentence, at));
            }
        }
        return Optional.empty();
    }

    private static String around(Sentence sentence, int at) {
        var words = sentence.words();
        var first = at;
        while (first > 0 && at - first < 3 && has(sentence, first - 1, Cue.DATE_PART)) {
            first--;
        }
        var last = at;
        for (var next = at + 1; next < words.size() && next - last <= 2 && next - at <= 5; next++) {
            if (broken(sentence, last, next)) {
                break;
            }
            if (isDate(sentence, next)
                    || isHour(words.get(next))
                    || words.get(next).folded().equals("feira")) {
                last = next;
            } else if (!has(sentence, next, Cue.DATE_PART)
                    && !words.get(next).folded().equals("feira")) {
                break;
            }
        }
        return sentence.text()
                .substring(words.get(first).start(), words.get(last).end());
    }

    /** Whether a new thought begins between two words. */
    private static boolean broken(Sentence sentence, int last, int next) {
        var between = sentence.text()
                .substring(
                        sentence.words().get(last).end(),
                        sentence.words().get(next).start());
        return between.chars().anyMatch(letter -> ",;()!".indexOf(letter) >= 0);
    }

    private static boolean isDate(Sentence sentence, int at) {
        return has(sentence, at, Cue.DATE)
                || CLOCK_OR_DAY.matcher(sentence.words().get(at).folded()).matches();
    }

    private static boolean isHour(Word word) {
        return word.isNumber() && word.folded().length() <= 5 || NUMBER_PART.contains(word.folded());
    }

    private static boolean has(Sentence sentence, int at, Cue cue) {
        return sentence.cues().stream().anyMatch(found -> found.cue() == cue && found.from() <= at && at < found.to());
    }
}

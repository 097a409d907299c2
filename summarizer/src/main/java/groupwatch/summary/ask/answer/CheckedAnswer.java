package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.answer.SentenceSplitter.Raw;
import groupwatch.summary.ask.find.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer of a model while it comes. Text is held back until its sentence is complete; a sentence is let out when it cites a message that was shown
 * and has no link, e-mail address or long number but those of the messages it cites, else it is left out and counted. So everything that was let out
 * has a valid citation, or is a phrase of our own. In whichever pieces the text comes, the same comes out.
 *
 * <p>For one answer; not for several threads at once.
 */
public final class CheckedAnswer {

    /** What a model is told to write when the messages do not answer. */
    static final String NONE = "NONE";

    private static final Pattern SAYS_NONE = Pattern.compile("\\W*" + NONE + "\\W*");

    private final SentenceSplitter splitter = new SentenceSplitter();
    private final AnswerText answer = new AnswerText();
    private final SentenceCheck check;
    private final Phrases phrases;
    private int breaks;
    private int dropped;

    public CheckedAnswer(Found found, Phrases phrases) {
        this.check = new SentenceCheck(found.sources());
        this.phrases = phrases;
    }

    /** The sentences that are complete now and may be said. */
    public List<Said> feed(String piece) {
        return say(splitter.feed(piece));
    }

    /** The model is done: what is left, and that there was no answer where there was none. */
    public List<Said> complete() {
        List<Said> last = new ArrayList<>(say(splitter.rest().stream().toList()));
        if (answer.isEmpty()) {
            last.add(answer.say(0, Sentence.ours(phrases.notAnswered())));
        }
        return last;
    }

    /** The model came to its limit: its last sentence is not whole. */
    public List<Said> cutOff() {
        dropped += splitter.rest().isPresent() ? 1 : 0;
        return List.of(answer.say(answer.isEmpty() ? 0 : 1, Sentence.ours(phrases.cutOff())));
    }

    /** The model would not answer. */
    public List<Said> refused() {
        List<Said> last = new ArrayList<>(say(splitter.rest().stream().toList()));
        last.add(answer.say(answer.isEmpty() ? 0 : 1, Sentence.ours(phrases.refused())));
        return last;
    }

    /** What was let out so far. */
    public String text() {
        return answer.text();
    }

    /** What it cites, in the order of the numbers. */
    public List<Citation> citations() {
        return answer.citations();
    }

    /** Sentences that were left out. */
    public int dropped() {
        return dropped;
    }

    private List<Said> say(List<Raw> sentences) {
        return sentences.stream().map(this::say).flatMap(Optional::stream).toList();
    }

    private Optional<Said> say(Raw raw) {
        breaks = Math.max(breaks, raw.breaks());
        if (SAYS_NONE.matcher(raw.text()).matches()) {
            return Optional.empty();
        }
        Optional<Sentence> sentence = check.check(raw.text());
        if (sentence.isEmpty()) {
            dropped++;
            return Optional.empty();
        }
        Said said = answer.say(breaks, sentence.get());
        breaks = 0;
        return Optional.of(said);
    }
}

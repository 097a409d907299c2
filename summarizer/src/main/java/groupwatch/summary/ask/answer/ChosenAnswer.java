package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.answer.Sentence.Part;
import groupwatch.summary.ask.find.Found;
import groupwatch.summary.ask.find.Source;
import groupwatch.summary.text.PlainText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An answer without a language model: the messages that fit best, word for word, in the order in which they were said. Without words to search for,
 * those that most was said to.
 */
public final class ChosenAnswer {

    /** Of how many messages an answer is at most. */
    private static final int MOST = 6;

    /** One that has less than half of what the best has is none. */
    private static final double OF_THE_BEST = 0.5;

    private static final int LONGEST = 280;

    private final AnswerText answer = new AnswerText();
    private final List<Said> said = new ArrayList<>();

    /** @param zone in which times are told */
    public ChosenAnswer(Found found, Phrases phrases, ZoneId zone) {
        List<Source> chosen = found.words().isEmpty() ? discussed(found) : best(found);
        if (chosen.isEmpty()) {
            said.add(answer.say(
                    0, Sentence.ours(phrases.nothing(found.groups(), found.everywhere(), found.period(), zone))));
            return;
        }
        if (found.widened()) {
            said.add(answer.say(0, Sentence.ours(phrases.widened())));
        }
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(phrases.locale())
                .withZone(zone);
        chosen.forEach(source -> said.add(answer.say(1, quoted(source, times))));
    }

    /** A sentence for each message. */
    public List<Said> said() {
        return List.copyOf(said);
    }

    public String text() {
        return answer.text();
    }

    public List<Citation> citations() {
        return answer.citations();
    }

    private static List<Source> best(Found found) {
        List<Source> hits = found.sources().stream()
                .filter(Source::hit)
                .sorted(Comparator.comparingDouble(Source::score).reversed())
                .limit(MOST)
                .toList();
        double least = hits.isEmpty() ? 0 : hits.getFirst().score() * OF_THE_BEST;
        return inOrder(hits.stream().filter(hit -> hit.score() >= least).toList());
    }

    private static List<Source> discussed(Found found) {
        Map<String, Long> answers = found.sources().stream()
                .map(source -> source.line().replyTo())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        Comparator<Source> byWeight =
                Comparator.comparingDouble(source -> source.line().reactions()
                        + 1.5 * answers.getOrDefault(source.line().id(), 0L)
                        // a sentence tells more than a word, a page not more than some sentences
                        + Math.min(source.line().text().length(), 200) / 100.0);
        return inOrder(found.sources().stream()
                .sorted(byWeight.reversed().thenComparing(Source::number))
                .limit(MOST)
                .toList());
    }

    private static List<Source> inOrder(List<Source> chosen) {
        return chosen.stream().sorted(Comparator.comparing(Source::number)).toList();
    }

    private static Sentence quoted(Source source, DateTimeFormatter times) {
        String group = source.group().name();
        String where = group == null ? "" : Disarmed.quoted(group) + ", ";
        String text = Disarmed.quoted(source.line().speaker()) + " (" + where + times.format(source.at()) + "): “"
                + Disarmed.quoted(PlainText.shortened(source.line().text(), LONGEST)) + "” ";
        return new Sentence("- ", List.of(new Part(text, List.of(source))));
    }
}

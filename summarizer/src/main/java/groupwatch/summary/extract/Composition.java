package groupwatch.summary.extract;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.Topic;
import groupwatch.summary.write.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Puts what was chosen in its places, each in the order of the day. */
final class Composition {

    private static final int SENTENCES_AN_OVERVIEW_LINE = 7;

    private final Day day;
    private final Threads threads;
    private final Quotes quotes;
    private final Worth worth;

    Composition(Day day) {
        this.day = day;
        this.threads = Threads.of(day);
        var corrections = Corrections.of(day);
        var questions = Questions.of(day, threads);
        this.quotes = new Quotes(day, corrections, questions);
        this.worth = Worth.of(day, corrections, questions);
    }

    SummaryContent content(Wish wish) {
        var chosen =
                new Choice(day, threads, worth, quotes).choose(wish.length().sentences());
        var points = new ArrayList<>(of(chosen, Kind.POINT));
        var overview = overview(chosen, points, 1 + wish.length().sentences() / SENTENCES_AN_OVERVIEW_LINE);
        points.removeAll(overview);
        return new SummaryContent(
                cited(overview),
                topics(points),
                cited(of(chosen, Kind.DECISION)),
                actionItems(of(chosen, Kind.ACTION)),
                cited(of(chosen, Kind.QUESTION)),
                cited(of(chosen, Kind.URGENT)));
    }

    private List<Said> of(List<Said> chosen, Kind kind) {
        return chosen.stream().filter(message -> worth.kind(message) == kind).toList();
    }

    /** What is worth most of what has no place of its own, no two of a thread; of a day without such the best there is. */
    private List<Said> overview(List<Said> chosen, List<Said> points, int most) {
        var overview = new ArrayList<Said>();
        for (var point : points) {
            if (overview.size() < most
                    && overview.stream().noneMatch(other -> threads.of(other.index()) == threads.of(point.index()))) {
                overview.add(point);
            }
        }
        return overview;
    }

    private List<Topic> topics(List<Said> points) {
        var titles = new Titles(day, threads);
        var byThread = new TreeMap<Integer, List<Said>>();
        for (var point : points) {
            byThread.computeIfAbsent(threads.of(point.index()), thread -> new ArrayList<>())
                    .add(point);
        }
        return byThread.values().stream()
                .map(messages -> new Topic(titles.of(messages), cited(messages)))
                .toList();
    }

    private List<ActionItem> actionItems(List<Said> messages) {
        var tasks = new Tasks(day);
        return inOrder(messages).stream()
                .map(message -> tasks.of(message, quotes.of(message)))
                .toList();
    }

    private List<Cited> cited(List<Said> messages) {
        return inOrder(messages).stream()
                .map(quotes::of)
                .map(quote -> new Cited(quote.text(), quote.messages()))
                .toList();
    }

    private static List<Said> inOrder(List<Said> messages) {
        return messages.stream().sorted(Comparator.comparingInt(Said::index)).toList();
    }
}

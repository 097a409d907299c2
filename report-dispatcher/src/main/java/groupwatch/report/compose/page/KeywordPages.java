package groupwatch.report.compose.page;

import static java.util.stream.Collectors.joining;

import groupwatch.report.compose.page.Body.Find;
import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.page.Page.Footer;
import groupwatch.report.compose.room.Level;
import groupwatch.report.compose.room.Room;
import groupwatch.report.compose.room.Weight;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.shown.Shown.Stretch;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.content.KeywordAlert.Hit;
import groupwatch.report.plan.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What saved searches found. */
final class KeywordPages {

    private static final int HITS = 30;
    private static final int BRIEF_HITS = 2;
    private static final int NAMED_IN_SUBJECT = 3;
    private static final int SUBJECT_NAME = 24;
    private static final int QUERY = 120;

    private final Telling telling;
    private final Words words;

    KeywordPages(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    Page page(Report report, KeywordAlert alert, Footer footer, long room) {
        Headline headline = new Headline(telling, report);
        List<Found> found =
                alert.searches().stream().filter(each -> total(each) > 0).toList();
        List<String> conclusion = conclusion(found);
        return new Page(
                words.language(),
                headline.subject(conclusion),
                headline.head(conclusion, null, null, first(found)),
                null,
                List.of(),
                body(found, room),
                footer);
    }

    private List<String> conclusion(List<Found> found) {
        if (found.isEmpty()) {
            return List.of(words.say("hits.none"));
        }
        String hits =
                words.count("hits", found.stream().mapToInt(KeywordPages::total).sum());
        String names = found.stream()
                .limit(NAMED_IN_SUBJECT)
                .map(each -> Shown.text(each.search().name(), SUBJECT_NAME))
                .collect(joining(", "));
        return List.of(words.say("hits.subject", hits, names + (found.size() > NAMED_IN_SUBJECT ? ", …" : "")));
    }

    private @Nullable String first(List<Found> found) {
        return found.stream()
                .flatMap(each -> each.hits().stream())
                .map(hit -> telling.name(hit.group()) + ": " + Shown.text(hit.excerpt(), Telling.EXCERPT))
                .findFirst()
                .orElse(null);
    }

    private Body.Finds body(List<Found> found, long room) {
        List<Find> whole = found.stream().map(each -> find(each, HITS)).toList();
        List<Find> brief = found.stream().map(each -> find(each, BRIEF_HITS)).toList();
        List<Mention> mentions = found.stream().map(this::mention).toList();
        List<Weight> weights = IntStream.range(0, found.size())
                .mapToObj(at ->
                        new Weight(Weighed.of(whole.get(at)), Weighed.of(brief.get(at)), Weighed.of(mentions.get(at))))
                .toList();
        List<Level> levels = Room.share(weights, room);
        List<Find> finds = new ArrayList<>();
        List<Mention> named = new ArrayList<>();
        for (int at = 0; at < levels.size(); at++) {
            switch (levels.get(at)) {
                case WHOLE -> finds.add(whole.get(at));
                case BRIEF -> finds.add(brief.get(at));
                case NAMED -> named.add(mentions.get(at));
                case COUNTED -> {}
            }
        }
        int left = found.size() - finds.size() - named.size();
        Mentions others = named.isEmpty() && left == 0
                ? null
                : new Mentions("", named, left == 0 ? null : words.count("searches.more", left));
        return new Body.Finds(finds, others);
    }

    private Find find(Found found, int most) {
        List<Body.Hit> hits = found.hits().stream().limit(most).map(this::hit).toList();
        int more = total(found) - hits.size();
        return new Find(
                searchName(found),
                Shown.text(found.search().query(), QUERY),
                words.count("hits", total(found)),
                hits,
                more == 0 ? null : words.count("more", more));
    }

    private Body.Hit hit(Hit hit) {
        String sender = telling.sender(hit.sender());
        return new Body.Hit(
                telling.name(hit.group()),
                hit.sentAt() == null ? sender : sender + " " + telling.times().time(hit.sentAt()),
                telling.links().message(hit.group().jid(), hit.message()),
                Shown.parts(
                        hit.excerpt(),
                        Telling.EXCERPT,
                        hit.marks().stream()
                                .map(mark -> new Stretch(mark.start(), mark.end()))
                                .toList()));
    }

    private Mention mention(Found found) {
        return new Mention(searchName(found), telling.links().home(), words.number(total(found)));
    }

    private static String searchName(Found found) {
        String name = Shown.text(found.search().name(), Telling.NAME);
        return name.isEmpty() ? Shown.text(found.search().query(), Telling.NAME) : name;
    }

    private static int total(Found found) {
        return found.hits().size() + found.more();
    }
}

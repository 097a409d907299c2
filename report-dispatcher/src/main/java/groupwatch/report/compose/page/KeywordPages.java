package groupwatch.report.compose.page;

import static java.util.stream.Collectors.joining;

import groupwatch.report.compose.page.Page.Footer;
import groupwatch.report.compose.page.Page.Note;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.plan.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What saved searches found. */
final class KeywordPages {

    private static final int NAMED_IN_SUBJECT = 3;
    private static final int SUBJECT_NAME = 24;
    private static final int PROBLEM = 300;

    private final Telling telling;
    private final Words words;

    KeywordPages(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    Page page(Report report, KeywordAlert alert, Footer footer, long room) {
        Headline headline = new Headline(telling, report);
        List<Found> found = alert.searches().stream()
                .filter(each -> FindsShared.total(each) > 0)
                .toList();
        List<Found> failed =
                alert.searches().stream().filter(each -> each.problem() != null).toList();
        List<String> conclusion = conclusion(found, alert.searches().size(), failed.size());
        return new Page(
                words.language(),
                headline.subject(conclusion),
                headline.head(conclusion, null, null, first(found)),
                null,
                failed.stream().map(this::failed).toList(),
                new FindsShared(telling).body(found, room),
                footer);
    }

    /** What could not be looked for comes first: nobody may take it for what is not there. */
    private List<String> conclusion(List<Found> found, int searches, int failed) {
        List<String> conclusion = new ArrayList<>();
        if (failed > 0) {
            conclusion.add(words.count("searches.failed", failed));
        }
        if (!found.isEmpty()) {
            conclusion.add(hits(found));
        } else if (failed == 0 || failed < searches) {
            conclusion.add(words.say("hits.none"));
        }
        return conclusion;
    }

    private String hits(List<Found> found) {
        String hits =
                words.count("hits", found.stream().mapToInt(FindsShared::total).sum());
        String names = found.stream()
                .limit(NAMED_IN_SUBJECT)
                .map(each -> Shown.text(each.search().name(), SUBJECT_NAME))
                .collect(joining(", "));
        return words.say("hits.subject", hits, names + (found.size() > NAMED_IN_SUBJECT ? ", …" : ""));
    }

    private Note failed(Found found) {
        return new Note(
                words.say(
                        "search.failed",
                        FindsShared.name(found.search()),
                        Shown.text(Objects.requireNonNull(found.problem()), PROBLEM)),
                true);
    }

    private @Nullable String first(List<Found> found) {
        return found.stream()
                .flatMap(each -> each.hits().stream())
                .map(hit -> telling.name(hit.group()) + ": " + Shown.text(hit.excerpt(), Telling.EXCERPT))
                .findFirst()
                .orElse(null);
    }
}

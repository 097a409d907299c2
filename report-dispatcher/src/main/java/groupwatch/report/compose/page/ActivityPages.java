package groupwatch.report.compose.page;

import groupwatch.report.compose.page.Body.Band;
import groupwatch.report.compose.page.Body.Odd;
import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.page.Page.Footer;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.ActivityAlert.Unusual;
import groupwatch.report.plan.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups that were silent or loud. */
final class ActivityPages {

    /** Of the room, for groups that are named only. */
    private static final double NAMES = 0.35;

    private final Telling telling;
    private final Words words;

    ActivityPages(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    Page page(Report report, ActivityAlert alert, Footer footer, long room) {
        Headline headline = new Headline(telling, report);
        List<String> conclusion = conclusion(alert);
        List<Band> bands = new ArrayList<>();
        // each kind in proportion, so that many silent groups do not hide the loud ones
        int all = alert.silent().size() + alert.loud().size();
        band(bands, "silent", "act", alert.silent(), room * alert.silent().size() / Math.max(1, all));
        band(bands, "loud", "look", alert.loud(), room * alert.loud().size() / Math.max(1, all));
        return new Page(
                words.language(),
                headline.subject(conclusion),
                headline.head(conclusion, null, null, first(bands)),
                null,
                new Notes(telling).of(alert.coverage()),
                new Body.Unusuals(bands),
                footer);
    }

    private List<String> conclusion(ActivityAlert alert) {
        if (alert.isEmpty()) {
            return List.of(words.count("activity.none", alert.watched()));
        }
        List<String> conclusion = new ArrayList<>();
        if (!alert.silent().isEmpty()) {
            conclusion.add(words.count("activity.silent", alert.silent().size()));
        }
        if (!alert.loud().isEmpty()) {
            conclusion.add(words.count("activity.loud", alert.loud().size()));
        }
        return conclusion;
    }

    private void band(List<Band> bands, String kind, String tone, List<Unusual> unusual, long room) {
        if (unusual.isEmpty()) {
            return;
        }
        List<Odd> odds = new ArrayList<>();
        long used = 0;
        long kept = (long) (room * NAMES);
        for (Unusual each : unusual) {
            Odd odd = odd(each);
            boolean last = odds.size() == unusual.size() - 1;
            if (used + Weighed.of(odd) > (last ? room : room - kept)) {
                break;
            }
            used += Weighed.of(odd);
            odds.add(odd);
        }
        List<Mention> left = unusual.stream()
                .skip(odds.size())
                .map(each ->
                        telling.mention(each.group(), words.number(each.messages()) + "/" + words.number(each.usual())))
                .toList();
        Mentions others = left.isEmpty() ? null : GroupsShared.named(telling, words.say("others"), left, room - used);
        bands.add(new Band(words.say("activity.label." + kind), tone, odds, others));
    }

    private Odd odd(Unusual unusual) {
        String figure = words.say(
                "activity.figure", words.count("messages", unusual.messages()), words.number(unusual.usual()));
        List<String> since = new ArrayList<>();
        if (unusual.usual() > 0 && unusual.messages() >= 2 * unusual.usual()) {
            since.add(words.say("times", words.number(Math.round((double) unusual.messages() / unusual.usual()))));
        }
        if (unusual.days() > 1) {
            since.add(words.dayInARow(unusual.days()));
        }
        if (unusual.lastMessageAt() != null) {
            since.add(words.say("activity.last", telling.times().time(unusual.lastMessageAt())));
        }
        return new Odd(
                telling.name(unusual.group()),
                telling.link(unusual.group()),
                figure,
                since.isEmpty() ? null : String.join(" · ", since));
    }

    private static @Nullable String first(List<Band> bands) {
        return bands.stream()
                .flatMap(band -> band.odds().stream())
                .map(Odd::name)
                .findFirst()
                .orElse(null);
    }
}

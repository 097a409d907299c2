package groupwatch.report.compose.page;

import static java.util.stream.Collectors.joining;

import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.page.Page.Footer;
import groupwatch.report.compose.page.Page.Note;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.WeeklyDigest;
import groupwatch.report.content.WeeklyDigest.BusyHour;
import groupwatch.report.content.WeeklyDigest.GroupWeek;
import groupwatch.report.plan.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A week, group by group. */
final class WeeklyPages {

    private static final int ROWS = 6;
    private static final int BRIEF_ROWS = 1;
    private static final int HOURS = 3;

    private final Telling telling;
    private final Words words;
    private final Notes notes;

    WeeklyPages(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
        this.notes = new Notes(telling);
    }

    Page page(Report report, WeeklyDigest week, Footer footer, long room) {
        Headline headline = new Headline(telling, report);
        List<GroupWeek> active =
                week.groups().stream().filter(group -> group.messages() > 0).toList();
        List<GroupWeek> silent =
                week.groups().stream().filter(group -> group.messages() == 0).toList();
        int decisions = week.groups().stream()
                .mapToInt(group -> group.decisions().size() + group.moreDecisions())
                .sum();
        int todo = week.groups().stream()
                .mapToInt(group -> group.actionItems().size() + group.moreActionItems())
                .sum();
        String messages = words.count("messages", week.messages());
        List<String> conclusion =
                new ArrayList<>(List.of(messages, words.count("groups", active.size(), week.watched())));
        List<String> subject = new ArrayList<>(List.of(
                week.previous() == 0
                        ? messages
                        : messages + " (" + words.trend(week.messages(), week.previous()) + ")"));
        if (decisions > 0) {
            conclusion.add(words.count("decisions", decisions));
            subject.add(words.count("decisions", decisions));
        }
        if (todo > 0) {
            conclusion.add(words.count("todo", todo));
            subject.add(words.count("todo.short", todo));
        }
        return new Page(
                words.language(),
                headline.subject(subject),
                headline.head(conclusion, null, comparison(week), null),
                new Charts(telling).ofWeek(week.byDay()),
                notes(week),
                GroupsShared.of(
                        telling,
                        active.stream().map(this::told).toList(),
                        silent.stream().map(this::silent).toList(),
                        room),
                footer);
    }

    private List<Note> notes(WeeklyDigest week) {
        List<Note> all = new ArrayList<>(notes.of(week.coverage()));
        if (week.missing() > 0) {
            all.add(new Note(words.count("missing.days", week.missing()), false));
        }
        return all;
    }

    private @Nullable String comparison(WeeklyDigest week) {
        if (week.previous() == 0) {
            return week.messages() == 0 ? null : words.say("compare.week.new");
        }
        return week.previous() == week.messages()
                ? words.say("compare.week.same")
                : words.say(
                        "compare.week", words.trend(week.messages(), week.previous()), words.number(week.previous()));
    }

    private Told told(GroupWeek week) {
        return new Told(section(week, true), section(week, false), mention(week), week.messages(), null);
    }

    /** Those that said nothing this week are told of together. */
    private Mention silent(GroupWeek week) {
        return telling.mention(week.group(), "(" + words.say("silent.before", words.number(week.previous())) + ")");
    }

    private Mention mention(GroupWeek week) {
        String messages = words.number(week.messages());
        return telling.mention(
                week.group(),
                week.messages() == week.previous()
                        ? messages
                        : messages + " " + words.trend(week.messages(), week.previous()));
    }

    private GroupSection section(GroupWeek week, boolean whole) {
        int most = whole ? ROWS : BRIEF_ROWS;
        List<String> small = new ArrayList<>();
        if (whole) {
            String senders = notes.senders(week.topSenders());
            if (senders != null) {
                small.add(senders + ".");
            }
            if (!week.busiest().isEmpty()) {
                small.add(words.say("busiest", hours(week.busiest())) + ".");
            }
        }
        return new GroupSection(
                telling.name(week.group()),
                telling.link(week.group()),
                words.count("messages", week.messages()) + " · " + words.trend(week.messages(), week.previous()),
                List.of(),
                new Rows(telling, week.group())
                        .decided(week.decisions(), most, week.moreDecisions())
                        .todo(week.actionItems(), most, week.moreActionItems())
                        .all(),
                List.of(),
                small);
    }

    private String hours(List<BusyHour> busiest) {
        return busiest.stream()
                .limit(HOURS)
                .map(busy -> Charts.hour(busy.hour()) + " (" + words.number(busy.messages()) + ")")
                .collect(joining(", "));
    }
}

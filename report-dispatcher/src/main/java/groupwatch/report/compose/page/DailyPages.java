package groupwatch.report.compose.page;

import groupwatch.report.compose.page.GroupSection.Sentence;
import groupwatch.report.compose.page.GroupSection.Topic;
import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.page.Page.Footer;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.MissingSummary;
import groupwatch.report.content.DailySummary.Silent;
import groupwatch.report.content.DailySummary.Summarised;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.TopicPoints;
import groupwatch.report.plan.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day, group by group. */
final class DailyPages {

    private static final int OVERVIEW = 5;
    private static final int TOPICS = 3;
    private static final int POINTS = 2;
    private static final int ROWS = 6;
    private static final int BRIEF_ROWS = 1;
    private static final int TITLE = 80;

    private final Telling telling;
    private final Words words;
    private final Notes notes;

    DailyPages(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
        this.notes = new Notes(telling);
    }

    Page page(Report report, DailySummary day, Footer footer, long room) {
        Headline headline = new Headline(telling, report);
        Totals totals = Totals.of(day);
        String messages = words.count("messages", day.messages());
        List<String> conclusion = new ArrayList<>(
                List.of(messages, words.count("groups", day.groups().size(), day.watched())));
        List<String> subject = new ArrayList<>(List.of(messages));
        if (totals.decisions() > 0) {
            conclusion.add(words.count("decisions", totals.decisions()));
            subject.add(words.count("decisions", totals.decisions()));
        }
        if (totals.todo() > 0) {
            conclusion.add(words.count("todo", totals.todo()));
            subject.add(words.count("todo.short", totals.todo()));
        }
        String urgent = totals.urgent() == 0 ? null : words.count("urgent", totals.urgent());
        if (urgent != null) {
            subject.addFirst(urgent);
        }
        return new Page(
                words.language(),
                headline.subject(subject),
                headline.head(conclusion, urgent, comparison(day), totals.first()),
                new Charts(telling).ofDay(day.byHour(), day.coverage(), day.period()),
                notes.of(day.coverage()),
                GroupsShared.of(
                        telling,
                        day.groups().stream().map(this::told).toList(),
                        day.silent().stream().map(this::silent).toList(),
                        room),
                footer);
    }

    private @Nullable String comparison(DailySummary day) {
        String before = telling.times().dayBefore();
        if (day.previous() == 0) {
            return day.messages() == 0 ? null : words.say("compare.new", before);
        }
        return day.previous() == day.messages()
                ? words.say("compare.same", before)
                : words.say(
                        "compare", words.trend(day.messages(), day.previous()), before, words.number(day.previous()));
    }

    private Told told(GroupDay day) {
        Mention mention = telling.mention(day.group(), words.number(day.messages()));
        Summarised summarised = day.summarised();
        MissingSummary missing = day.missing();
        return new Told(
                section(day, summarised, true),
                section(day, summarised, false),
                mention,
                day.messages(),
                missing == null ? null : words.say("missing." + missing.name().toLowerCase(Locale.ROOT)));
    }

    private GroupSection section(GroupDay day, @Nullable Summarised summarised, boolean whole) {
        GroupRef group = day.group();
        Rows rows = new Rows(telling, group);
        List<Sentence> overview = List.of();
        List<Topic> topics = List.of();
        List<String> small = new ArrayList<>();
        if (summarised != null) {
            int most = whole ? ROWS : BRIEF_ROWS;
            overview = telling.sentences(group, summarised.overview(), whole ? OVERVIEW : 1);
            rows.urgent(summarised.urgent(), most)
                    .decided(summarised.decisions(), most, 0)
                    .todo(summarised.actionItems(), most, 0)
                    .open(summarised.openQuestions(), whole ? most : 0);
            topics = whole ? topics(group, summarised.topics()) : topics;
            if (summarised.extractive()) {
                small.add(words.say("extractive"));
            }
        }
        String senders = whole ? notes.senders(day.topSenders()) : null;
        if (senders != null) {
            small.addFirst(senders);
        }
        return new GroupSection(
                telling.name(group),
                telling.link(group),
                words.count("messages", day.messages()),
                overview,
                rows.all(),
                topics,
                small);
    }

    private List<Topic> topics(GroupRef group, List<TopicPoints> topics) {
        return topics.stream()
                .limit(TOPICS)
                .map(topic ->
                        new Topic(Shown.text(topic.title(), TITLE), telling.sentences(group, topic.points(), POINTS)))
                .toList();
    }

    private Mention silent(Silent silent) {
        String usual = words.number(silent.usual());
        return telling.mention(
                silent.group(),
                silent.days() > 1
                        ? "(" + words.say("days.usually", words.dayInARow(silent.days()), usual) + ")"
                        : "(" + words.say("usually", usual) + ")");
    }
}

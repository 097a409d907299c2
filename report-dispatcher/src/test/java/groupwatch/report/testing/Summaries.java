package groupwatch.report.testing;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.events.summary.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summaries as tests want them. */
public final class Summaries {

    private final String group;
    private final LocalDate day;
    private final List<Cited> overview = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();
    private final List<Cited> decisions = new ArrayList<>();
    private final List<ActionItem> tasks = new ArrayList<>();
    private final List<Cited> urgent = new ArrayList<>();
    private String provider = "anthropic";
    private boolean soFar;

    private Summaries(String group, LocalDate day) {
        this.group = group;
        this.day = day;
    }

    public static Summaries of(String group, LocalDate day) {
        return new Summaries(group, day);
    }

    public Summaries overview(String text, String... messages) {
        overview.add(new Cited(text, List.of(messages)));
        return this;
    }

    public Summaries topic(String title, String text, String... messages) {
        topics.add(new Topic(title, List.of(new Cited(text, List.of(messages)))));
        return this;
    }

    public Summaries decision(String text, String... messages) {
        decisions.add(new Cited(text, List.of(messages)));
        return this;
    }

    public Summaries task(String text, @Nullable String who, @Nullable String due, String... messages) {
        tasks.add(new ActionItem(text, who, due, List.of(messages)));
        return this;
    }

    public Summaries urgent(String text, String... messages) {
        urgent.add(new Cited(text, List.of(messages)));
        return this;
    }

    public Summaries extractive() {
        provider = Summary.EXTRACTIVE;
        return this;
    }

    public Summaries soFar() {
        soFar = true;
        return this;
    }

    /** What was put in; nothing: all it said was withdrawn. */
    public Summary written() {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Summary(
                group,
                "Group",
                day,
                "UTC",
                from,
                from.plusSeconds(86_400),
                1,
                false,
                soFar,
                "en",
                40,
                0,
                provider,
                "model-1",
                new SummaryContent(overview, topics, decisions, tasks, List.of(), urgent),
                0,
                new TokenCount(10, 10),
                null,
                "0".repeat(64),
                from.plusSeconds(90_000));
    }
}

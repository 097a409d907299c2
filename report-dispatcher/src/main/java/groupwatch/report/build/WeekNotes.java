package groupwatch.report.build;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.Summary;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a group's summaries of a week say was decided and is to be done, the newest days first. Not more is kept than is named; the rest is
 * counted. Used by one reader.
 */
final class WeekNotes {

    static final int MOST_DECISIONS = 5;
    static final int MOST_TASKS = 8;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A decision of a day. */
    record Decided(LocalDate day, Cited decision) {}

    /** A task of a day. */
    record Task(LocalDate day, ActionItem item) {}

    private final Set<LocalDate> days = new HashSet<>();
    private final List<Decided> decisions = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    /** Hashes of what was said: what is open for days is said every day. */
    private final Set<Integer> said = new HashSet<>();

    private int moreDecisions;
    private int moreTasks;

    /** To be called with the newest days first. */
    void add(Summary summary) {
        if (summary.content().isEmpty()) {
            return;
        }
        LocalDate day = summary.date();
        days.add(day);
        summary.content().decisions().forEach(decision -> add(day, decision));
        summary.content().actionItems().forEach(item -> add(day, item));
    }

    private void add(LocalDate day, Cited decision) {
        if (!isNew("decision", decision.text())) {
            return;
        }
        if (decisions.size() < MOST_DECISIONS) {
            decisions.add(new Decided(day, decision));
        } else {
            moreDecisions++;
        }
    }

    private void add(LocalDate day, ActionItem item) {
        if (!isNew("task", item.text())) {
            return;
        }
        if (tasks.size() < MOST_TASKS) {
            tasks.add(new Task(day, item));
        } else {
            moreTasks++;
        }
    }

    private boolean isNew(String kind, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String letters = NO_LETTERS.matcher(plain).replaceAll("");
        return said.add((kind + letters).hashCode());
    }

    Set<String> cited() {
        Set<String> ids = new LinkedHashSet<>();
        decisions.forEach(decided -> ids.addAll(decided.decision().messages()));
        tasks.forEach(task -> ids.addAll(task.item().messages()));
        return ids;
    }

    boolean has(LocalDate day) {
        return days.contains(day);
    }

    List<Decided> decisions() {
        return decisions;
    }

    List<Task> tasks() {
        return tasks;
    }

    int moreDecisions() {
        return moreDecisions;
    }

    int moreTasks() {
        return moreTasks;
    }
}

package groupwatch.events.summary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** A day in short. Every sentence in it cites messages of the day. */
public record SummaryContent(
        List<Cited> overview,
        List<Topic> topics,
        List<Cited> decisions,
        List<ActionItem> actionItems,
        List<Cited> openQuestions,
        List<Cited> urgent) {

    public static final SummaryContent NOTHING =
            new SummaryContent(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public SummaryContent {
        overview = overview == null ? List.of() : List.copyOf(overview);
        topics = topics == null ? List.of() : List.copyOf(topics);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
        actionItems = actionItems == null ? List.of() : List.copyOf(actionItems);
        openQuestions = openQuestions == null ? List.of() : List.copyOf(openQuestions);
        urgent = urgent == null ? List.of() : List.copyOf(urgent);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return overview.isEmpty()
                && topics.isEmpty()
                && decisions.isEmpty()
                && actionItems.isEmpty()
                && openQuestions.isEmpty()
                && urgent.isEmpty();
    }
}

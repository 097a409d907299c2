package groupwatch.summary.write.prompt;

import groupwatch.summary.write.draft.Draft;
import groupwatch.summary.write.draft.Sentence;
import groupwatch.summary.write.draft.Subject;
import groupwatch.summary.write.draft.Task;
import java.util.List;
import java.util.stream.Collectors;

/** What was found in a part, as a model reads it that merges: {@code decision: They meet at eight. [3,17]}. */
public final class PrintDraft {

    private final StringBuilder out = new StringBuilder();

    private PrintDraft() {}

    public static String of(Draft draft) {
        PrintDraft print = new PrintDraft();
        print.all("overview: ", draft.overview());
        for (Subject topic : draft.topics()) {
            print.out.append("topic: ").append(Data.name(topic.title())).append('\n');
            print.all("- ", topic.points());
        }
        print.all("decision: ", draft.decisions());
        draft.tasks().forEach(print::task);
        print.all("open question: ", draft.questions());
        print.all("urgent: ", draft.urgent());
        return print.out.toString();
    }

    private void all(String kind, List<Sentence> sentences) {
        sentences.forEach(sentence -> line(kind, sentence, ""));
    }

    private void task(Task task) {
        String who = task.who() == null ? "" : " who: " + Data.name(task.who()) + ";";
        String due = task.due() == null ? "" : " due: " + Data.name(task.due()) + ";";
        line("action item: ", task.what(), who + due);
    }

    private void line(String kind, Sentence sentence, String more) {
        String cites = sentence.cites().stream().map(String::valueOf).collect(Collectors.joining(","));
        out.append(kind)
                .append(Data.text(sentence.text()))
                .append(more)
                .append(" [")
                .append(cites)
                .append("]\n");
    }
}

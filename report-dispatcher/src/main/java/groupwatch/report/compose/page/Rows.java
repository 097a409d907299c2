package groupwatch.report.compose.page;

import groupwatch.report.compose.page.GroupSection.Row;
import groupwatch.report.compose.page.GroupSection.Sentence;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.Statement;
import java.util.ArrayList;
import java.util.List;

/** The table of a group: what is urgent, decided, to be done and open. */
final class Rows {

    private final Telling telling;
    private final GroupRef group;
    private final List<Row> rows = new ArrayList<>();

    Rows(Telling telling, GroupRef group) {
        this.telling = telling;
        this.group = group;
    }

    Rows urgent(List<Statement> statements, int most) {
        return add("urgent", "act", statements, most, 0);
    }

    /** @param unnamed how many more there were */
    Rows decided(List<Statement> statements, int most, int unnamed) {
        return add("decided", "live", statements, most, unnamed);
    }

    /** @param unnamed how many more there were */
    Rows todo(List<Statement> statements, int most, int unnamed) {
        return add("todo", "look", statements, most, unnamed);
    }

    Rows open(List<Statement> statements, int most) {
        return add("open", "ask", statements, most, 0);
    }

    List<Row> all() {
        return rows;
    }

    private Rows add(String kind, String tone, List<Statement> statements, int most, int unnamed) {
        List<Sentence> sentences = telling.sentences(group, statements, most);
        String label = telling.words().say("label." + kind);
        for (int at = 0; at < sentences.size(); at++) {
            rows.add(new Row(tone, at == 0 ? label : "", sentences.get(at), null));
        }
        int more = statements.size() - sentences.size() + unnamed;
        if (more > 0) {
            rows.add(new Row(
                    tone,
                    sentences.isEmpty() ? label : "",
                    null,
                    telling.words().count("more", more)));
        }
        return this;
    }
}

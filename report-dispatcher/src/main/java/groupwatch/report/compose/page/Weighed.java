package groupwatch.report.compose.page;

import groupwatch.report.compose.page.GroupSection.Row;
import groupwatch.report.compose.page.GroupSection.Sentence;
import groupwatch.report.compose.page.Mentions.Mention;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** About how many bytes parts take in HTML: their text, and what is laid around it. The mail is measured all the same; this makes the first try fit. */
final class Weighed {

    private static final int SECTION = 820;
    private static final int CITE = 68;
    private static final int SENTENCE = 95;
    private static final int ROW = 330;
    private static final int TOPIC = 130;
    private static final int NOTE = 70;
    private static final int MENTION = 112;
    private static final int ODD = 480;
    private static final int FIND = 700;
    private static final int HIT = 420;
    private static final int MARK = 100;

    private Weighed() {}

    static int of(GroupSection section) {
        return SECTION
                + bytes(section.name(), section.link(), section.figure())
                + sum(section.overview(), Weighed::of)
                + sum(section.rows(), Weighed::of)
                + sum(section.topics(), topic -> TOPIC + bytes(topic.title()) + sum(topic.points(), Weighed::of))
                + sum(section.notes(), note -> NOTE + bytes(note));
    }

    static int of(Mention mention) {
        return MENTION + bytes(mention.name(), mention.link(), mention.figure());
    }

    static int of(Body.Odd odd) {
        return ODD + bytes(odd.name(), odd.link(), odd.figure(), odd.since());
    }

    static int of(Body.Find find) {
        return FIND + bytes(find.name(), find.query(), find.figure()) + sum(find.hits(), Weighed::of);
    }

    static int of(Body.Hit hit) {
        return HIT
                + bytes(hit.group(), hit.who(), hit.link())
                + sum(hit.parts(), part -> (part.marked() ? MARK : 0) + bytes(part.text()));
    }

    private static int of(Row row) {
        return ROW + (row.sentence() == null ? bytes(row.more()) : of(row.sentence()));
    }

    private static int of(Sentence sentence) {
        return SENTENCE
                + bytes(sentence.text(), sentence.note(), sentence.day())
                + sum(sentence.cites(), cite -> CITE + bytes(cite.label(), cite.link()));
    }

    private static <T> int sum(List<T> parts, ToIntFunction<T> weight) {
        return parts.stream().mapToInt(weight).sum();
    }

    private static int bytes(@Nullable String... texts) {
        int sum = 0;
        for (String text : texts) {
            sum += text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        }
        return sum;
    }
}

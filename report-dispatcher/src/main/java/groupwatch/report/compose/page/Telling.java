package groupwatch.report.compose.page;

import static java.util.stream.Collectors.joining;

import groupwatch.report.compose.page.GroupSection.Cite;
import groupwatch.report.compose.page.GroupSection.Sentence;
import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.words.Times;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.Citation;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one mail tells of groups, people and messages: in its language, by its clock, cleaned, and with links. */
final class Telling {

    static final int NAME = 80;
    private static final int MENTION = 44;
    static final int SENTENCE = 420;
    static final int EXCERPT = 280;

    private static final int SENDER = 28;
    private static final int NOTE = 60;
    private static final int CITES = 2;

    private final Words words;
    private final Times times;
    private final Links links;

    Telling(Words words, Times times, Links links) {
        this.words = words;
        this.times = times;
        this.links = links;
    }

    Words words() {
        return words;
    }

    Times times() {
        return times;
    }

    Links links() {
        return links;
    }

    String name(GroupRef group) {
        return shown(group.name(), NAME, "unnamed");
    }

    String link(GroupRef group) {
        return links.group(group.jid());
    }

    String sender(@Nullable String name) {
        return shown(name, SENDER, "someone");
    }

    Mention mention(GroupRef group, String figure) {
        return new Mention(shown(group.name(), MENTION, "unnamed"), link(group), figure);
    }

    List<Sentence> sentences(GroupRef group, List<Statement> statements, int most) {
        return statements.stream()
                .limit(most)
                .map(statement -> sentence(group, statement))
                .toList();
    }

    Sentence sentence(GroupRef group, Statement statement) {
        return new Sentence(
                Shown.text(statement.text(), SENTENCE),
                note(statement),
                statement.day() == null ? null : times.day(statement.day()),
                statement.citations().stream()
                        .limit(CITES)
                        .map(citation -> cite(group, citation, statement.day()))
                        .toList());
    }

    private Cite cite(GroupRef group, Citation citation, @Nullable LocalDate told) {
        String sender = sender(citation.sender());
        return new Cite(
                citation.sentAt() == null ? sender : sender + " " + time(citation.sentAt(), told),
                links.message(group.jid(), citation.message()));
    }

    private String time(Instant at, @Nullable LocalDate told) {
        return told == null ? times.time(at) : times.time(at, told);
    }

    /** Such as "→ Carla · today". */
    private static @Nullable String note(Statement statement) {
        String note = Stream.of(statement.who(), statement.due())
                .filter(Objects::nonNull)
                .map(part -> Shown.text(part, NOTE))
                .filter(part -> !part.isEmpty())
                .collect(joining(" · "));
        return note.isEmpty() ? null : "→ " + note;
    }

    private String shown(@Nullable String raw, int most, String otherwise) {
        String shown = raw == null ? "" : Shown.text(raw, most);
        return shown.isEmpty() ? words.say(otherwise) : shown;
    }
}

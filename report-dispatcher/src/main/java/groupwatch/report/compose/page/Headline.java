package groupwatch.report.compose.page;

import static java.util.stream.Collectors.joining;

import groupwatch.report.compose.page.Page.Head;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.plan.Report;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conclusion of a mail: in its subject, beside it, and at its head. */
final class Headline {

    private static final int SUBJECT = 150;
    private static final int NAME = 80;
    private static final int SHORTEST_NAME = 20;
    private static final int PREHEADER = 160;

    private final Telling telling;
    private final Report report;

    Headline(Telling telling, Report report) {
        this.telling = telling;
        this.report = report;
    }

    /** Such as "Morning summary · Thu 19 Nov: 1,284 messages, 5 decisions, 8 to do". The name gives way to the conclusion. */
    String subject(List<String> conclusion) {
        String told = String.join(", ", conclusion);
        String subject = subject(NAME, told);
        for (int most = NAME - 1; subject.length() > SUBJECT && most >= SHORTEST_NAME; most--) {
            subject = subject(most, told);
        }
        for (int most = SUBJECT; subject.length() > SUBJECT; most--) {
            // what is counted as one character may be several to a mail program
            subject = Shown.text(subject, most);
        }
        return subject;
    }

    private String subject(int most, String told) {
        return telling.words()
                .say("subject", Shown.text(report.name(), most), telling.times().shortDays(), told);
    }

    /** @param first what is read after the conclusion; absent when there is nothing */
    Head head(List<String> conclusion, @Nullable String urgent, @Nullable String comparison, @Nullable String first) {
        return new Head(
                telling.words().say("kind." + report.type().word()),
                telling.times().days(),
                conclusion,
                urgent,
                comparison,
                Shown.text(
                        Stream.of(urgent, String.join(" · ", conclusion), first)
                                .filter(Objects::nonNull)
                                .collect(joining(" · ")),
                        PREHEADER));
    }
}

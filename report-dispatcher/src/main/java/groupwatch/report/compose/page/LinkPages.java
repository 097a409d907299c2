package groupwatch.report.compose.page;

import groupwatch.report.compose.page.Body.Fact;
import groupwatch.report.compose.page.Page.Footer;
import groupwatch.report.compose.page.Page.Head;
import groupwatch.report.compose.page.Page.Link;
import groupwatch.report.compose.page.Page.Note;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.words.Spans;
import groupwatch.report.compose.words.Times;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.LinkAlert.Kind;
import groupwatch.report.schedule.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One outage of a link: that it lasts, or that it is over and what it cost. */
final class LinkPages {

    private static final int ACCOUNT = 60;
    private static final int SUBJECT = 150;
    private static final int SENTENCE = 400;
    private static final String PLAIN = "";

    private final Words words;
    private final LinkAlert alert;
    private final Times times;
    private final String account;

    LinkPages(Words words, LinkAlert alert) {
        this.words = words;
        this.alert = alert;
        LocalDate day = alert.madeAt().atZone(alert.zone()).toLocalDate();
        this.times = new Times(words, new Period(day, day, alert.madeAt(), alert.madeAt(), alert.zone()));
        String name = Shown.text(alert.account(), ACCOUNT);
        this.account = name.isEmpty() ? words.say("unnamed") : name;
    }

    /** @param recipient as it may be shown */
    Page page(String recipient, String home) {
        boolean down = alert.kind() == Kind.DOWN;
        String told = down ? words.say("link.since", times.time(alert.from())) : cost();
        String subject = words.say(down ? "link.down.subject" : "link.back.subject", account, told);
        return new Page(
                words.language(),
                fitting(alert.sample() ? words.say("link.sample.subject", subject) : subject),
                head(down),
                null,
                alert.sample() ? List.of(new Note(words.say("link.sample"), true)) : List.of(),
                new Body.Facts(down ? down() : back()),
                new Footer(
                        words.say("link.why", recipient),
                        words.say("footer.times", times.zone()),
                        List.of(new Link(words.say("footer.open"), home))));
    }

    /** What counts as one character to a reader may be several to a mail program. */
    private static String fitting(String subject) {
        String fitting = subject;
        for (int most = SUBJECT; fitting.length() > SUBJECT; most--) {
            fitting = Shown.text(subject, most);
        }
        return fitting;
    }

    private Head head(boolean down) {
        String conclusion = down
                ? words.say("link.down.told", account, times.time(alert.from()))
                : words.say("link.back.told", account, lasted());
        return new Head(
                words.say(down ? "kind.link_down" : "kind.link_back"),
                times.days(),
                List.of(conclusion),
                down && alert.advice() != null ? words.say("link.act") : null,
                null,
                conclusion + " · " + (down ? sentence(alert.explanation()) : cost()));
    }

    private List<Fact> down() {
        String advice = alert.advice();
        return List.of(
                new Fact(words.say("link.label.account"), account, PLAIN),
                new Fact(words.say("link.label.state"), state(), "look"),
                new Fact(words.say("link.label.since"), times.time(alert.from()), PLAIN),
                new Fact(words.say("link.label.why"), sentence(alert.explanation()), PLAIN),
                advice == null
                        ? new Fact(words.say("link.label.act"), words.say("link.act.nothing"), PLAIN)
                        : new Fact(words.say("link.label.act"), sentence(advice), "act"),
                new Fact(words.say("link.label.lost"), words.say("link.lost"), PLAIN),
                new Fact(words.say("link.label.kept"), words.say("link.kept"), "live"));
    }

    private List<Fact> back() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say("link.label.account"), account, PLAIN));
        facts.add(new Fact(
                words.say("link.label.down"),
                times.span(alert.from(), Objects.requireNonNull(alert.to())) + " (" + lasted() + ")",
                PLAIN));
        facts.add(new Fact(words.say("link.label.why"), sentence(alert.explanation()), PLAIN));
        Long filledIn = alert.filledIn();
        Long missing = alert.missing();
        if (filledIn == null) {
            facts.add(new Fact(words.say("link.label.filled"), words.say("link.unknown"), "look"));
        } else {
            facts.add(new Fact(words.say("link.label.filled"), words.count("messages", filledIn), "live"));
            facts.add(
                    missing == null || missing == 0
                            ? new Fact(words.say("link.label.missing"), words.say("link.missing.none"), PLAIN)
                            : new Fact(words.say("link.label.missing"), words.count("link.missing", missing), "look"));
        }
        return facts;
    }

    /** Such as "23 messages filled in, 1 still missing", or how long it was where nobody has looked. */
    private String cost() {
        Long filledIn = alert.filledIn();
        if (filledIn == null) {
            return words.say("link.down.for", lasted());
        }
        String filled = words.count("link.filled", filledIn);
        Long missing = alert.missing();
        return missing == null || missing == 0 ? filled : filled + ", " + words.count("coverage.missing", missing);
    }

    private String lasted() {
        return Spans.between(words, alert.from(), Objects.requireNonNull(alert.to()));
    }

    private String state() {
        return words.say("link.state." + alert.status().wire());
    }

    private static String sentence(String text) {
        return Shown.text(text, SENTENCE);
    }
}

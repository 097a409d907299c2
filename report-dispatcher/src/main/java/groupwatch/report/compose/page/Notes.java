package groupwatch.report.compose.page;

import static java.util.stream.Collectors.joining;

import groupwatch.report.compose.page.Page.Note;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.Coverage.Down;
import groupwatch.report.content.TopSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be known of a report's figures, and of a group's. */
final class Notes {

    private static final int SPANS = 3;
    private static final int ACCOUNT = 40;
    private static final int SENDERS = 5;
    private static final int SENDER = 40;

    private final Telling telling;
    private final Words words;

    Notes(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    /** Such as "Link down 02:10–03:40; 14 messages filled in later; 3 still missing.", and when clocks changed. */
    List<Note> of(Coverage coverage) {
        List<Note> notes = new ArrayList<>();
        String told = Stream.of(down(coverage.down()), filledIn(coverage.filledIn()), missing(coverage.missing()))
                .filter(Objects::nonNull)
                .collect(joining("; "));
        if (!told.isEmpty()) {
            notes.add(new Note(
                    told.substring(0, 1).toUpperCase(words.locale()) + told.substring(1) + ".",
                    coverage.missing() > 0));
        }
        String change = telling.times().clockChange();
        if (change != null) {
            notes.add(new Note(change, false));
        }
        return notes;
    }

    @Nullable
    String senders(List<TopSender> senders) {
        return senders.isEmpty()
                ? null
                : words.say(
                        "senders",
                        senders.stream().limit(SENDERS).map(this::sender).collect(joining(", ")));
    }

    private String sender(TopSender sender) {
        String name = Shown.text(sender.name(), SENDER);
        return (name.isEmpty() ? words.say("someone") : name)
                + " " + words.number(sender.messages())
                + "\u00a0(" + words.percent(Math.round(sender.share())) + ")";
    }

    private @Nullable String down(List<Down> down) {
        if (down.isEmpty()) {
            return null;
        }
        boolean several = down.stream().map(Down::account).distinct().count() > 1;
        String told =
                down.stream().limit(SPANS).map(each -> down(each, several)).collect(joining(", "));
        return several ? told + more(down) : words.say("coverage.down", told) + more(down);
    }

    private String down(Down down, boolean named) {
        String span = telling.times().span(down.from(), down.until());
        return named ? words.say("coverage.down.of", Shown.text(down.account(), ACCOUNT), span) : span;
    }

    private String more(List<Down> down) {
        int more = down.size() - SPANS;
        return more > 0 ? ", " + words.count("coverage.more", more) : "";
    }

    private @Nullable String filledIn(long messages) {
        return messages == 0 ? null : words.count("coverage.filled", messages);
    }

    private @Nullable String missing(long messages) {
        return messages == 0 ? null : words.count("coverage.missing", messages);
    }
}

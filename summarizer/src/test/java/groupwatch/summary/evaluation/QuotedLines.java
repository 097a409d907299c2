package groupwatch.summary.evaluation;

import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.WriteSummary;
import groupwatch.summary.write.Written;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What one gets without thinking: as many whole messages as wished, in some order of preference. The yardstick. */
public final class QuotedLines implements WriteSummary {

    private final String name;
    private final Function<Transcript, List<Line>> preferred;

    private QuotedLines(String name, Function<Transcript, List<Line>> preferred) {
        this.name = name;
        this.preferred = preferred;
    }

    /** The first messages of the day. */
    public static WriteSummary first() {
        return new QuotedLines("first", Transcript::lines);
    }

    /** The longest messages of the day. */
    public static WriteSummary longest() {
        return new QuotedLines(
                "longest",
                transcript -> transcript.lines().stream()
                        .sorted(Comparator.comparingInt(
                                (Line line) -> -line.text().length()))
                        .toList());
    }

    /** The most central messages of the day. */
    public static WriteSummary central() {
        return new QuotedLines("lexrank", LexRank::ranked);
    }

    @Override
    public Mono<Written> write(Transcript transcript, Wish wish) {
        // as many as the extractive summary may take of a small day
        var most = Math.min(
                wish.length().sentences(), Math.max(3, (transcript.lines().size() + 1) / 2));
        var quotes = preferred.apply(transcript).stream()
                .limit(most)
                .map(line -> new Cited(line.speaker() + ": " + line.text(), List.of(line.id())))
                .toList();
        var content = new SummaryContent(quotes, List.of(), List.of(), List.of(), List.of(), List.of());
        return Mono.just(new Written(content, "baseline", name, 0, 1, 0, TokenCount.NONE, BigDecimal.ZERO));
    }
}

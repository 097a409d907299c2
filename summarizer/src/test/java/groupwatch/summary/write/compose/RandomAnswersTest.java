package groupwatch.summary.write.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.Written;
import groupwatch.summary.write.testing.Days;
import groupwatch.summary.write.testing.ScriptedModel;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a model answers: every sentence that comes of it cites messages of the day, or nothing comes of it. */
class RandomAnswersTest {

    private static final int ANSWERS = 3_000;
    private static final Set<String> IDS =
            Days.PADEL.lines().stream().map(Line::id).collect(Collectors.toSet());

    @Test
    void citesMessagesOfTheDayInEverySentenceOrFailsCleanly() {
        int written = 0;
        int dropped = 0;
        for (int seed = 0; seed < ANSWERS; seed++) {
            RandomAnswer answers = new RandomAnswer(new Random(seed), IDS.size());
            Optional<Written> result = write(ScriptedModel.completing(answers.completion(), answers.completion()));
            if (result.isPresent()) {
                assertThat(cites(result.get().content()))
                        .as("seed %d", seed)
                        .isNotEmpty()
                        .allSatisfy(cites -> assertThat(IDS).containsAll(cites).isNotEmpty());
                assertThat(EventCodec.mapper().writeValueAsString(result.get().content()))
                        .as("seed %d", seed)
                        .doesNotContain("WRONG", "evil", "<", "\u202e", "**");
                written++;
                dropped += result.get().dropped() > 0 ? 1 : 0;
            }
        }
        // all three ends were seen often, or the test would say little
        assertThat(written).isBetween(ANSWERS / 4, ANSWERS * 19 / 20);
        assertThat(dropped).isGreaterThan(ANSWERS / 10);
    }

    private static Optional<Written> write(ScriptedModel model) {
        return new ModelSummary(model, WriteSettings.usual(), Drafts.none())
                .write(Days.PADEL, Days.ENGLISH)
                .onErrorComplete(UnusableAnswerException.class)
                .blockOptional();
    }

    private static List<List<String>> cites(SummaryContent content) {
        return Stream.of(
                        content.overview().stream(),
                        content.topics().stream().flatMap(topic -> topic.points().stream()),
                        content.decisions().stream(),
                        content.openQuestions().stream(),
                        content.urgent().stream())
                .flatMap(sentences -> sentences)
                .map(Cited::messages)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        cites -> Stream.concat(
                                        cites.stream(),
                                        content.actionItems().stream().map(ActionItem::messages))
                                .toList()));
    }
}

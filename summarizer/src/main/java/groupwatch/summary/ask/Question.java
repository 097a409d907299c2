package groupwatch.summary.ask;

import groupwatch.summary.ask.when.Period;
import groupwatch.summary.ask.words.Tongue;
import groupwatch.summary.model.Turn;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param groups JIDs; empty for all that the caller may see
 * @param period absent: what the question's words say
 * @param zone of the asker
 * @param language of the answer; absent: that of the question
 * @param history the conversation so far, the oldest first
 */
record Question(
        String text,
        List<String> groups,
        @Nullable Period period,
        ZoneId zone,
        @Nullable Locale language,
        List<Turn> history) {

    Question {
        groups = List.copyOf(groups);
        history = List.copyOf(history);
    }

    /** In which the question is: its words tell, whatever the answer is to be in. */
    Tongue asked() {
        return Tongue.guess(text);
    }

    /** In which our own sentences are. */
    Tongue answered() {
        return language == null ? asked() : Tongue.of(language).orElse(Tongue.ENGLISH);
    }

    /** What was asked before. */
    List<String> earlier() {
        return history.stream()
                .filter(turn -> turn.role() == Turn.Role.USER)
                .map(Turn::text)
                .toList();
    }
}

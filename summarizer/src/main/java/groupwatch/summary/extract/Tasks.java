package groupwatch.summary.extract;

import groupwatch.events.summary.ActionItem;
import groupwatch.summary.extract.text.Cue;
import groupwatch.summary.extract.text.Dates;
import groupwatch.summary.extract.text.Sentence;
import groupwatch.summary.extract.text.Word;
import groupwatch.summary.extract.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes action items: who is the one who promises, or the one of the group who is named in what is asked for. */
final class Tasks {

    private static final int SHORTEST_NAME = 3;

    private final Map<String, String> people = new HashMap<>();

    Tasks(Day day) {
        var shared = new HashSet<String>();
        for (var message : day.said()) {
            firstName(message.speaker()).ifPresent(name -> know(name, message.speaker(), shared));
        }
        shared.forEach(people::remove);
    }

    /** A first name of two people names nobody. */
    private void know(String name, String speaker, Set<String> shared) {
        var other = people.putIfAbsent(name, speaker);
        if (other != null && !other.equals(speaker)) {
            shared.add(name);
        }
    }

    private static Optional<String> firstName(String speaker) {
        return Words.of(speaker).stream()
                .map(Word::folded)
                .filter(name -> name.length() >= SHORTEST_NAME)
                .findFirst();
    }

    ActionItem of(Said message, Quote quote) {
        var promises = message.has(Cue.COMMITMENT) || message.begins(Cue.SELF);
        var who = promises ? message.speaker() : named(message);
        var own = message.speaker().equals(who) ? quote.alone() : quote.text();
        return new ActionItem(own, who, due(message), quote.messages());
    }

    private @Nullable String named(Said message) {
        return message.sentences().stream()
                .flatMap(sentence -> sentence.words().stream())
                .map(word -> people.get(word.folded()))
                .filter(name -> name != null && !name.equals(message.speaker()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String due(Said message) {
        return message.sentences().stream()
                .filter(sentence -> !sentence.isQuestion())
                .map(Dates::in)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> message.sentences().stream()
                        .filter(Sentence::isQuestion)
                        .map(Dates::in)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
    }
}

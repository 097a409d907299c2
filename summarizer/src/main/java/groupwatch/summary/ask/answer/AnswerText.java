package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.find.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer as it grows. What it cites is numbered in the order in which it is cited. */
final class AnswerText {

    private final StringBuilder text = new StringBuilder();
    private final Map<Source, Citation> citations = new LinkedHashMap<>();

    /**
     * Adds a sentence.
     *
     * @param breaks lines between it and what stands before; 0 for the same line
     * @param sentence with a place for each citation; made with the numbers of those it cites
     */
    Said say(int breaks, Sentence sentence) {
        List<Citation> fresh = new ArrayList<>();
        String written = sentence.with(source -> number(source, fresh));
        String piece = text.isEmpty() ? written : "\n".repeat(Math.min(breaks, 2)) + (breaks == 0 ? " " : "") + written;
        text.append(piece);
        return new Said(piece, fresh);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    private int number(Source source, List<Citation> fresh) {
        Citation known = citations.get(source);
        if (known != null) {
            return known.number();
        }
        Citation citation = Citation.of(citations.size() + 1, source);
        citations.put(source, citation);
        fresh.add(citation);
        return citation.number();
    }
}

package groupwatch.summary.extract.text;

import groupwatch.summary.text.PlainText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks a message into sentences: at its lines, and where one ends within them. */
public final class Sentences {

    /** Of a longer message only the beginning is read. */
    private static final int LONGEST = 2000;

    private Sentences() {}

    /** @param plain lines of plain text */
    public static List<Sentence> of(String plain) {
        var sentences = new ArrayList<Sentence>();
        for (var line : PlainText.shortened(plain, LONGEST).split("\n")) {
            if (!line.isBlank()) {
                within(line.strip()).forEach(text -> sentences.add(Sentence.of(text)));
            }
        }
        return sentences;
    }

    private static List<String> within(String line) {
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(line);
        var parts = new ArrayList<String>();
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            var part = line.substring(start, end).strip();
            // "p.m. Anna", "1. Milk", "!!": no sentence of its own
            if (!part.isEmpty() && Words.of(part).size() < 2 && !parts.isEmpty()) {
                parts.add(parts.removeLast() + ' ' + part);
            } else if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end;
        }
        return parts;
    }
}

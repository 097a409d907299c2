package groupwatch.store.search.find;

import groupwatch.events.message.Message;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.words.Field;
import groupwatch.store.search.words.Language;
import groupwatch.store.search.words.Word;
import groupwatch.store.search.words.WordBreaker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a message what was looked for, with the same words as the index.
 *
 * @param language whose stems count
 */
record Highlights(List<Text> texts, @Nullable Language language) {

    /** More would help nobody. */
    private static final int MOST = 100;

    /** In the order of the fields, those of one field from left to right and without overlaps. */
    List<Highlight> of(Message message) {
        return texts.isEmpty()
                ? List.of()
                : Field.of(message).stream()
                        .flatMap(field -> in(field).stream())
                        .limit(MOST)
                        .toList();
    }

    /** In one text, from left to right. */
    List<Highlight> in(Field field) {
        List<Word> words = WordBreaker.words(field.text());
        List<Highlight> found = new ArrayList<>();
        for (Text text : texts) {
            IntStream.rangeClosed(0, words.size() - text.words().size())
                    .mapToObj(from -> words.subList(from, from + text.words().size()))
                    .filter(there -> matches(text, there))
                    .map(there -> new Highlight(
                            field.name(),
                            there.getFirst().start(),
                            there.getLast().end()))
                    .forEach(found::add);
        }
        return merged(found);
    }

    private boolean matches(Text text, List<Word> there) {
        for (int i = 0; i < there.size(); i++) {
            boolean last = i == there.size() - 1;
            if (!matches(text, text.words().get(i), there.get(i), last && text.prefix())) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(Text text, Word wanted, Word there, boolean prefix) {
        if (there.folded().equals(wanted.folded()) || prefix && there.folded().startsWith(wanted.folded())) {
            return true;
        }
        return language != null
                && !text.isPhrase()
                && !text.exact()
                && !text.prefix()
                && !Collections.disjoint(language.stems(wanted), language.stems(there));
    }

    private static List<Highlight> merged(List<Highlight> found) {
        List<Highlight> merged = new ArrayList<>();
        found.sort(Comparator.comparingInt(Highlight::start).thenComparingInt(Highlight::end));
        for (Highlight next : found) {
            Highlight last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.start() >= last.end()) {
                merged.add(next);
            } else if (next.end() > last.end()) {
                merged.set(merged.size() - 1, new Highlight(last.field(), last.start(), next.end()));
            }
        }
        return merged;
    }
}

package groupwatch.store.search.who;

import groupwatch.store.search.words.Word;
import groupwatch.store.search.words.WordBreaker;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The words of a name: "Ana" and "souza" are words of "Ana Souza", "an" is not, but "an*" is the beginning of one. */
record NamedWords(List<String> words, boolean prefix) {

    static NamedWords of(String name) {
        List<String> words = WordBreaker.words(name).stream().map(Word::folded).toList();
        return new NamedWords(words, name.endsWith("*"));
    }

    /** Whether they stand in a name of these words, one after the other. */
    boolean areIn(List<String> name) {
        if (words.isEmpty()) {
            return false;
        }
        if (!prefix) {
            return Collections.indexOfSubList(name, words) >= 0;
        }
        List<String> whole = words.subList(0, words.size() - 1);
        return IntStream.rangeClosed(0, name.size() - words.size())
                .mapToObj(from -> name.subList(from, from + words.size()))
                .anyMatch(there -> there.subList(0, whole.size()).equals(whole)
                        && there.getLast().startsWith(words.getLast()));
    }
}

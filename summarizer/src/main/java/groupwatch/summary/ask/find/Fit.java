package groupwatch.summary.ask.find;

import groupwatch.summary.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Chooses what a model is shown: the best as far as there is room, then in the order in which it was said. */
final class Fit {

    /** Number, time, and what else stands around a message. */
    private static final int AROUND = 16;

    private Fit() {}

    /** Group by group, the one with the best message first; in each the oldest first; numbered through. */
    static List<Source> within(int tokens, List<Source> bestFirst) {
        List<Source> chosen = new ArrayList<>();
        int left = tokens;
        for (Source source : bestFirst) {
            int needs = AROUND
                    + Tokens.of(source.line().speaker())
                    + Tokens.of(source.line().text());
            if (needs <= left) {
                left -= needs;
                chosen.add(source);
            }
        }
        return numbered(inOrder(chosen));
    }

    private static List<Source> inOrder(List<Source> bestFirst) {
        Map<String, List<Source>> groups = bestFirst.stream()
                .collect(
                        Collectors.groupingBy(source -> source.group().jid(), LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .flatMap(of -> of.stream()
                        .sorted(Comparator.comparing(Source::at)
                                .thenComparing(source -> source.line().id())))
                .toList();
    }

    private static List<Source> numbered(List<Source> sources) {
        List<Source> numbered = new ArrayList<>(sources.size());
        for (Source source : sources) {
            numbered.add(source.numbered(numbered.size() + 1));
        }
        return numbered;
    }
}

package groupwatch.store.search.find;

import static java.util.stream.Collectors.joining;

import groupwatch.store.search.query.Parsed;
import groupwatch.store.search.query.Query;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.who.Resolved;
import groupwatch.store.search.words.SearchWords;
import java.util.ArrayList;
import java.util.List;

/** A search of one caller, with all that its names mean. */
record Understood(Parsed parsed, Resolved resolved, Scope scope) {

    Query query() {
        return parsed.query();
    }

    TimeRange range() {
        return TimeRange.of(query());
    }

    Plan plan() {
        List<Condition> conditions = new ArrayList<>(scope.limits());
        conditions.add(new Conditions(resolved, scope.language()).of(query()));
        return new Plan(Condition.all(conditions), range(), scope.onlyChat(), rankBy());
    }

    /** The texts that make a message a hit. */
    List<Text> texts() {
        return query().wanted()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
    }

    /** Any of the words: the more of them and the closer, the better. */
    private String rankBy() {
        List<Text> texts = texts();
        return texts.isEmpty()
                ? SearchWords.quoted("/")
                : texts.stream()
                        .map(new Conditions(resolved, scope.language())::tsquery)
                        .collect(joining(" | "));
    }
}

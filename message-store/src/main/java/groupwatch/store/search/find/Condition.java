package groupwatch.store.search.find;

import groupwatch.store.search.words.SearchWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to hold of a row of messages. As much as possible is put into one {@code tsquery}, which the index answers
 * as a whole.
 */
sealed interface Condition {

    /** @param tsquery literal of a {@code tsquery} */
    record Words(String tsquery) implements Condition {}

    /**
     * What the words do not tell.
     *
     * @param sql of the row {@code m}, with {@code %s} in the place of each value
     */
    record Row(String sql, List<Object> values) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    record None(Condition condition) implements Condition {}

    /** No message has this mark. */
    Condition NEVER = lexeme("/");

    static Condition lexeme(String lexeme) {
        return new Words(SearchWords.quoted(lexeme));
    }

    /** @param value in the one place in the SQL; an array is one value */
    static Condition row(String sql, Object value) {
        return new Row(sql, Collections.singletonList(value));
    }

    /** Any of these lexemes. */
    static Condition anyOf(Set<String> lexemes) {
        return any(lexemes.stream().sorted().map(Condition::lexeme).toList());
    }

    static Condition all(List<Condition> conditions) {
        return joined(conditions, " & ", false);
    }

    static Condition any(List<Condition> conditions) {
        return conditions.isEmpty() ? NEVER : joined(conditions, " | ", true);
    }

    static Condition not(Condition condition) {
        return condition instanceof Words words ? new Words("!(" + words.tsquery() + ")") : new None(condition);
    }

    private static Condition joined(List<Condition> conditions, String operator, boolean any) {
        List<Words> words = of(Words.class, conditions);
        List<Condition> parts = new ArrayList<>(conditions);
        if (words.size() > 1) {
            parts.removeAll(words);
            parts.addFirst(new Words(
                    words.stream().map(Words::tsquery).distinct().collect(Collectors.joining(operator, "(", ")"))));
        }
        return parts.size() == 1 ? parts.getFirst() : any ? new Any(parts) : new All(parts);
    }

    private static <C extends Condition> List<C> of(Class<C> kind, List<Condition> conditions) {
        return conditions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The condition on the row {@code m}. */
    default String sql(Statement statement) {
        return switch (this) {
            case Words words -> "m.words @@ " + statement.value(words.tsquery()) + "::tsquery";
            case Row row ->
                row.sql().formatted(row.values().stream().map(statement::value).toArray());
            case All all -> joined(all.conditions(), " AND ", "true", statement);
            case Any any -> joined(any.conditions(), " OR ", "false", statement);
            case None none -> "NOT (" + none.condition().sql(statement) + ")";
        };
    }

    private static String joined(List<Condition> conditions, String operator, String empty, Statement statement) {
        return conditions.isEmpty()
                ? empty
                : conditions.stream()
                        .map(condition -> condition.sql(statement))
                        .collect(Collectors.joining(operator, "(", ")"));
    }
}

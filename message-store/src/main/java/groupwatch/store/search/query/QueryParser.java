package groupwatch.store.search.query;

import groupwatch.store.api.Parameters;
import groupwatch.store.search.query.Query.And;
import groupwatch.store.search.query.Query.Not;
import groupwatch.store.search.query.Query.Or;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.query.QueryScanner.Unit;
import groupwatch.store.search.words.Word;
import groupwatch.store.search.words.WordBreaker;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Understands what people type into a search field: words (all of them have to be there), {@code "phrases"},
 * {@code either OR other}, {@code -not}, {@code begin*} and {@code operator:value}. {@code OR} binds its two neighbours, so
 * {@code a b OR c} is a, and b or c. What looks like an operator but is none is text.
 */
public final class QueryParser {

    /** A query is a sentence, not a book: each part is a look-up. */
    private static final int MOST_PARTS = 100;

    private final Operators operators;
    private final List<String> ignored = new ArrayList<>();

    private QueryParser(ZoneId zone) {
        this.operators = new Operators(zone);
    }

    /**
     * Reads a query; one that cannot be understood is answered with 400 naming {@code q} and the position.
     *
     * @param zone in which a day begins
     */
    public static Parsed parse(String text, ZoneId zone) {
        QueryParser parser = new QueryParser(zone);
        List<Query> parts = parser.parts(QueryScanner.scan(text));
        if (parts.isEmpty()) {
            throw Parameters.bad("q", "must have a word or an operator to look for");
        }
        return new Parsed(parts.size() == 1 ? parts.getFirst() : new And(parts), List.copyOf(parser.ignored));
    }

    private List<Query> parts(List<Unit> units) {
        if (units.size() > MOST_PARTS) {
            throw QueryProblem.at(units.get(MOST_PARTS).position(), "a query has at most " + MOST_PARTS + " parts");
        }
        List<Query> parts = new ArrayList<>();
        for (int i = 0; i < units.size(); ) {
            List<Unit> alternatives = alternatives(units, i);
            i += 2 * alternatives.size() - 1;
            List<Query> any = alternatives.stream()
                    .map(this::query)
                    .flatMap(Optional::stream)
                    .toList();
            if (!any.isEmpty()) {
                parts.add(any.size() == 1 ? any.getFirst() : new Or(any));
            }
        }
        return parts;
    }

    /** The unit there and all that OR joins to it. */
    private static List<Unit> alternatives(List<Unit> units, int from) {
        List<Unit> alternatives = new ArrayList<>();
        for (int i = from; ; i += 2) {
            if (i == units.size() || units.get(i).isOr()) {
                throw QueryProblem.at(
                        units.get(Math.min(i, units.size() - 1)).position(), "OR stands between two alternatives");
            }
            alternatives.add(units.get(i));
            if (i + 1 == units.size() || !units.get(i + 1).isOr()) {
                return alternatives;
            }
        }
    }

    /** Empty where there is nothing to look for. */
    private Optional<Query> query(Unit unit) {
        Optional<Query> query = unit.operator().isEmpty() ? text(unit) : Optional.of(operators.read(unit));
        return unit.negated() ? query.map(Not::new) : query;
    }

    private Optional<Query> text(Unit unit) {
        boolean prefix = unit.value().endsWith("*");
        String written = prefix ? unit.value().replaceFirst("\\*+$", "") : unit.value();
        List<Word> words = WordBreaker.words(written);
        if (words.isEmpty()) {
            ignored.add(unit.value());
            return Optional.empty();
        }
        boolean goesOn = prefix && words.getLast().end() == written.length();
        return Optional.of(new Text(written, words, unit.quoted(), goesOn));
    }
}

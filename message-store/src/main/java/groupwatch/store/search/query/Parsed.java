package groupwatch.store.search.query;

import java.util.List;

/**
 * A query that was understood.
 *
 * @param ignored what of it says nothing that can be looked for, such as punctuation
 */
public record Parsed(Query query, List<String> ignored) {}

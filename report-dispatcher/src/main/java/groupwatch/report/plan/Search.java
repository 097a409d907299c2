package groupwatch.report.plan;

/**
 * A saved search.
 *
 * @param name what the mail calls it
 * @param query in the search's own language
 */
public record Search(String name, String query) {}

package groupwatch.store.search.find;

/**
 * A part of a message that was looked for.
 *
 * @param field its path in the message's JSON: {@code text}, {@code media.fileName}, {@code poll.options.0.name}…
 * @param start in UTF-16 code units, as Java and JavaScript count
 * @param end after the part
 */
record Highlight(String field, int start, int end) {}

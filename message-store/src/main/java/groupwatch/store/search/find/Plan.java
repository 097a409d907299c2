package groupwatch.store.search.find;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the rows.
 *
 * @param chat the only chat in which it can be; absent: several, or all
 * @param rankBy the words that make one hit better than another, as a {@code tsquery}
 */
record Plan(Condition condition, TimeRange range, @Nullable String chat, String rankBy) {}

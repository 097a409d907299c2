package groupwatch.summary.write.check;

/**
 * What is wrong with a place in an answer, in words of ours alone.
 *
 * @param where such as {@code decisions[2]}
 * @param what such as {@code cites no message}
 */
public record Problem(String where, String what) {}

/**
 * The whole suite on one machine with one command: a broker and a PostgreSQL as child processes, all services in one JVM, tokens
 * made at the first start, data that survive everything.
 *
 * <p>{@link groupwatch.local.Groupwatch} is the command line; {@code up} runs {@link groupwatch.local.Suite} in the foreground,
 * which {@link groupwatch.local.Caretaker} keeps whole; the other commands find it through {@code run.json}
 * ({@link groupwatch.local.RunFile}). What goes wrong is said in one sentence ({@link groupwatch.local.LocalException}).
 */
@NullMarked
package groupwatch.local;

import org.jspecify.annotations.NullMarked;

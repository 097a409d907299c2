/**
 * How many webhooks a second are taken: by the gateway with a broker behind it, by the whole suite while it works, and, to compare, by a
 * handler that does nothing and by one that inserts a row.
 */
@NullMarked
package groupwatch.bench.gateway;

import org.jspecify.annotations.NullMarked;

/**
 * Campaigns that try to break the suite's promises: kill -9 at full rate, outages of its servers. They run against real processes, print
 * what they saw as a table, and end with exit code 1 when a promise was broken. {@code infra/bench/kill} and its neighbours start them.
 */
@NullMarked
package groupwatch.bench;

import org.jspecify.annotations.NullMarked;

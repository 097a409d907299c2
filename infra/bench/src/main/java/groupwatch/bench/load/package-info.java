/**
 * A load generator that costs little, because it shares the processors with what it measures: one thread, plain NIO, connections that
 * stay open, requests made beforehand.
 */
@NullMarked
package groupwatch.bench.load;

import org.jspecify.annotations.NullMarked;

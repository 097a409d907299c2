/** The message store by itself, in this JVM. */
@NullMarked
package groupwatch.bench.store;

import org.jspecify.annotations.NullMarked;

/** A message store without its edges: real database, no broker, no HTTP. */
@NullMarked
package groupwatch.store.testing;

import org.jspecify.annotations.NullMarked;

/** What a service says of its own state. */
@NullMarked
package groupwatch.kit.health;

import org.jspecify.annotations.NullMarked;

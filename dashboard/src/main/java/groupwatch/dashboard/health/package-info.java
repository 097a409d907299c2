/** The state of the whole suite in one answer. */
@NullMarked
package groupwatch.dashboard.health;

import org.jspecify.annotations.NullMarked;

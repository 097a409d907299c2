@NullMarked
package groupwatch.dashboard.health;

import org.jspecify.annotations.NullMarked;

@NullMarked
package groupwatch.events;

import org.jspecify.annotations.NullMarked;

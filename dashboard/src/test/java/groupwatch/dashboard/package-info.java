@NullMarked
package groupwatch.dashboard;

import org.jspecify.annotations.NullMarked;

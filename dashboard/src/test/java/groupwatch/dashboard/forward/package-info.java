@NullMarked
package groupwatch.dashboard.forward;

import org.jspecify.annotations.NullMarked;

@NullMarked
package groupwatch.dashboard.access;

import org.jspecify.annotations.NullMarked;

/** Who calls: tokens, their scopes, their rate. */
@NullMarked
package groupwatch.dashboard.access;

import org.jspecify.annotations.NullMarked;

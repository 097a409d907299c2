/** Work on hostile bytes, in processes of its own that may die, grow or hang without harm to the service. */
@NullMarked
package groupwatch.media.child;

import org.jspecify.annotations.NullMarked;

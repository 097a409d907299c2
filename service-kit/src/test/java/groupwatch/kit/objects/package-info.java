/** What every object store does, asked of each. */
@NullMarked
package groupwatch.kit.objects;

import org.jspecify.annotations.NullMarked;

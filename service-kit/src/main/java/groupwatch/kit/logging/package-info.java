/** Log lines: structured or plain, never with a whole phone number. */
@NullMarked
package groupwatch.kit.logging;

import org.jspecify.annotations.NullMarked;

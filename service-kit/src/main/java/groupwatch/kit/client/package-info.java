/** How services ask each other over HTTP: with the suite's own token, within time limits, and one kind of error for "not now". */
@NullMarked
package groupwatch.kit.client;

import org.jspecify.annotations.NullMarked;

/** The client of Evolution API, against a server that answers as a real one was heard to. */
@NullMarked
package groupwatch.kit.evolution;

import org.jspecify.annotations.NullMarked;

@NullMarked
package groupwatch.simulator;

import org.jspecify.annotations.NullMarked;

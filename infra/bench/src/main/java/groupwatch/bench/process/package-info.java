/** Processes that are measured: started as the launcher starts them, their processor time and memory read from {@code /proc} (Linux). */
@NullMarked
package groupwatch.bench.process;

import org.jspecify.annotations.NullMarked;

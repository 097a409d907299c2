/** Text as one harmless line, whoever wrote it. */
@NullMarked
package groupwatch.summary.write.plain;

import org.jspecify.annotations.NullMarked;

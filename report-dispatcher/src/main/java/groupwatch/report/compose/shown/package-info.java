/** Hostile text as it may stand in a mail: on one line, of bounded length, linked by nobody, turning nothing round. */
@NullMarked
package groupwatch.report.compose.shown;

import org.jspecify.annotations.NullMarked;

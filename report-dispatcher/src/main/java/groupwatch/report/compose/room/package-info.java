/** How much of each of many groups a mail has room for. */
@NullMarked
package groupwatch.report.compose.room;

import org.jspecify.annotations.NullMarked;

/** Who is told of links, and when. */
@NullMarked
package groupwatch.report.alert.settings;

import org.jspecify.annotations.NullMarked;

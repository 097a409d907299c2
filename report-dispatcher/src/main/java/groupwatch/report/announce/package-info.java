/** What the topic is told of reports. */
@NullMarked
package groupwatch.report.announce;

import org.jspecify.annotations.NullMarked;

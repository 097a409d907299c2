/** What the topic is told of summaries. */
@NullMarked
package groupwatch.summary.announce;

import org.jspecify.annotations.NullMarked;

/** Which groups are summarised, when, in which language and how long: the suite's settings, and what was chosen for a group. */
@NullMarked
package groupwatch.summary.plan;

import org.jspecify.annotations.NullMarked;

/** The vendors' own interfaces: each asked once, in its own words; whatever goes wrong is said in ours. */
@NullMarked
package groupwatch.summary.model.vendor;

import org.jspecify.annotations.NullMarked;

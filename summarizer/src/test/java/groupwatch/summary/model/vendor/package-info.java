@NullMarked
package groupwatch.summary.model.vendor;

import org.jspecify.annotations.NullMarked;

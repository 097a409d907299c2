@NullMarked
package groupwatch.report.unsubscribe;

import org.jspecify.annotations.NullMarked;

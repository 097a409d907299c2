@NullMarked
package groupwatch.report.alert;

import org.jspecify.annotations.NullMarked;

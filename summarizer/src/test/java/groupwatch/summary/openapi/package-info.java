@NullMarked
package groupwatch.summary.openapi;

import org.jspecify.annotations.NullMarked;

/** A group's day as it is read: who said what when, without what was revoked. */
@NullMarked
package groupwatch.summary.transcript;

import org.jspecify.annotations.NullMarked;

@NullMarked
package groupwatch.report.mail;

import org.jspecify.annotations.NullMarked;

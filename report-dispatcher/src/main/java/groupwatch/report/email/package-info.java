/** The e-mail settings: chosen over the API, or else configured; and a test mail with them. */
@NullMarked
package groupwatch.report.email;

import org.jspecify.annotations.NullMarked;

/** The parts of the report dispatcher that send mail, as a service of their own. Outside of the service's packages, so that the service does not find it. */
@NullMarked
package groupwatch.mailing;

import org.jspecify.annotations.NullMarked;

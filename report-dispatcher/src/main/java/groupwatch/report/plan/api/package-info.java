/** The reports over HTTP: how they are asked for, read strictly, and how they are shown. */
@NullMarked
package groupwatch.report.plan.api;

import org.jspecify.annotations.NullMarked;

/** Tests of the OpenAPI document. */
@NullMarked
package groupwatch.watchdog.openapi;

import org.jspecify.annotations.NullMarked;

/** The OpenAPI document of the service: written by hand, and served. */
@NullMarked
package groupwatch.watchdog.openapi;

import org.jspecify.annotations.NullMarked;

/** What every service's OpenAPI document is held to. */
@NullMarked
package groupwatch.kit.openapi;

import org.jspecify.annotations.NullMarked;

/** OpenAPI documents as services serve them. */
@NullMarked
package groupwatch.kit.openapi;

import org.jspecify.annotations.NullMarked;

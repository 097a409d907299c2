/** The OpenAPI document of the service: written by hand, put together with the topics' schemas, and served. */
@NullMarked
package groupwatch.store.openapi;

import org.jspecify.annotations.NullMarked;

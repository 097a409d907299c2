/** Every error a service answers with, as {@code application/problem+json} (RFC 9457). */
@NullMarked
package groupwatch.kit.problem;

import org.jspecify.annotations.NullMarked;

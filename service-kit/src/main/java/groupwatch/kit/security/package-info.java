/** The suite's own JWT: who asks, with which scopes, about which groups. */
@NullMarked
package groupwatch.kit.security;

import org.jspecify.annotations.NullMarked;

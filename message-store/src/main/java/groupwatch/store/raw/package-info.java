/**
 * Raw events beside the rows they became: what the gateway received, for as long as {@code groupwatch.store.raw.retention}
 * says. Only of captured content; wiped together with a message whose content is wiped.
 */
@NullMarked
package groupwatch.store.raw;

import org.jspecify.annotations.NullMarked;

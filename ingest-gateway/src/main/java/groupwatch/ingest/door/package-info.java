/** Who may post: the webhook's secret, Evolution's JWT, the addresses it may come from. */
@NullMarked
package groupwatch.ingest.door;

import org.jspecify.annotations.NullMarked;

/** From request to record: read within limits, scan, write, answer. */
@NullMarked
package groupwatch.ingest.receive;

import org.jspecify.annotations.NullMarked;

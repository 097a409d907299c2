@NullMarked
package groupwatch.ingest.door;

import org.jspecify.annotations.NullMarked;

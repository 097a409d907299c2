@NullMarked
package groupwatch.ingest.receive;

import org.jspecify.annotations.NullMarked;

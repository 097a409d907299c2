@NullMarked
package groupwatch.ingest;

import org.jspecify.annotations.NullMarked;

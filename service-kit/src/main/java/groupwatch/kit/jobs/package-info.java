/**
 * Work that takes long, fails and is tried again, as rows of the service's own schema: recorded in the same transaction as what it is about,
 * once a key; listed, cancelled, asked for again; run by whichever replica has room, and by another when that one dies.
 */
@NullMarked
package groupwatch.kit.jobs;

import org.jspecify.annotations.NullMarked;

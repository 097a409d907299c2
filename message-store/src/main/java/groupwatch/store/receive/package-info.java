/**
 * From raw topics to rows: decodes each record, decides what is captured, has all writers store a batch in one
 * transaction, and announces what changed before the offsets are committed.
 */
@NullMarked
package groupwatch.store.receive;

import org.jspecify.annotations.NullMarked;

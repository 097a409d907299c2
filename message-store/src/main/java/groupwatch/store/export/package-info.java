/**
 * A chat in bulk: every message of it, streamed. A walk fetches one portion after the other as the reader takes them, each
 * portion becomes lines of NDJSON or CSV, and what fails on the way breaks the answer off, so that a part never looks like
 * the whole. How many run at once is bounded: they share the database with everything else.
 */
@NullMarked
package groupwatch.store.export;

import org.jspecify.annotations.NullMarked;

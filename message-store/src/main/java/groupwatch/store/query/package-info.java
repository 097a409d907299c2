/**
 * The store's HTTP API: groups, their messages, one message. A request comes in with the suite's JWT, the caller's groups
 * go into the queries, and what is answered is the same JSON as on the topics. Every query is bounded and walks an index.
 */
@NullMarked
package groupwatch.store.query;

import org.jspecify.annotations.NullMarked;

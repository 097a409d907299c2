/**
 * Groups and messages over HTTP: lists of a chat's messages and, for the packages of other features, of whatever an index
 * gives in the order of time; one message. A request comes in with the suite's JWT, the caller's groups go into the
 * queries, and what is answered is the same JSON as on the topics. Every query is bounded and walks an index.
 */
@NullMarked
package groupwatch.store.query;

import org.jspecify.annotations.NullMarked;

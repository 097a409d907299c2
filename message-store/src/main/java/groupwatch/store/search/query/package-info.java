/**
 * The language of searches: what is typed becomes a tree, or an error that says where it is wrong. Nothing here knows the
 * database, nor who or which group a name means.
 */
@NullMarked
package groupwatch.store.search.query;

import org.jspecify.annotations.NullMarked;

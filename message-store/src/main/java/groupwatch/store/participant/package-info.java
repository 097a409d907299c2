/** The people of a group, page by page; who they are and whether they are in it is folded as in the group itself. */
@NullMarked
package groupwatch.store.participant;

import org.jspecify.annotations.NullMarked;

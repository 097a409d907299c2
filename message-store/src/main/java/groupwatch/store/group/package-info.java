/**
 * Groups, who is in them, contacts, chats, and which groups are monitored. Reads the groups' share of each batch, writes
 * rows that end the same in whichever order the events come, and announces a changed group with its whole state on
 * {@code groupwatch.groups.v1}.
 */
@NullMarked
package groupwatch.store.group;

import org.jspecify.annotations.NullMarked;

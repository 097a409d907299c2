/** One person over all groups: who they are, where they are, what they said. */
@NullMarked
package groupwatch.store.person;

import org.jspecify.annotations.NullMarked;

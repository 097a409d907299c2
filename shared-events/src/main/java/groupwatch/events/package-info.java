/** The language of the suite: what is published, where, under which id and in which JSON. */
@NullMarked
package groupwatch.events;

import org.jspecify.annotations.NullMarked;

/**
 * How fast a raw topic becomes rows and announcements, against what PostgreSQL does with the same rows when they are simply copied, or
 * inserted one by one.
 */
@NullMarked
package groupwatch.bench.drain;

import org.jspecify.annotations.NullMarked;

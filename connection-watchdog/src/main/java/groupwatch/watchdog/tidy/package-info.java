/** Rows that nobody looks at any more go, however many replicas see to it. What has a time of its own is forgotten where it is kept. */
@NullMarked
package groupwatch.watchdog.tidy;

import org.jspecify.annotations.NullMarked;

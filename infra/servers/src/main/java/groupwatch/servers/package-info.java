/**
 * A real Kafka broker and a real PostgreSQL as child processes of a JVM, without Docker and without anything installed: their
 * programs come from Maven artifacts. The local mode runs on them, and so do the tests.
 *
 * <p>Both keep their data in a folder of their own, answer on 127.0.0.1 only, survive the death of the JVM that started them, and
 * can then be found again by process id ({@link groupwatch.servers.LeftOver}).
 */
@NullMarked
package groupwatch.servers;

import org.jspecify.annotations.NullMarked;

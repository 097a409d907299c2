/** Both servers are killed and started again on the same data. */
@org.jspecify.annotations.NullMarked
package groupwatch.servers;

/** The past of one account, all of it at once, while another account goes on talking. */
@NullMarked
package groupwatch.bench.history;

import org.jspecify.annotations.NullMarked;

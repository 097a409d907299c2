/** The way to PostgreSQL: a bounded pool with time limits, and the migrations, which wait for the server. */
@NullMarked
package groupwatch.kit.database;

import org.jspecify.annotations.NullMarked;

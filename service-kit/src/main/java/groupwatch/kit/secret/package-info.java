/** What only one service may know or make: texts sealed for the database, and signatures of its own, all from one key in a file. */
@NullMarked
package groupwatch.kit.secret;

import org.jspecify.annotations.NullMarked;

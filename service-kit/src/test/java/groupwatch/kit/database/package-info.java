@NullMarked
package groupwatch.kit.database;

import org.jspecify.annotations.NullMarked;

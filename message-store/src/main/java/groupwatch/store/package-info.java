@NullMarked
package groupwatch.store;

import org.jspecify.annotations.NullMarked;

@NullMarked
package groupwatch.servers;

import org.jspecify.annotations.NullMarked;

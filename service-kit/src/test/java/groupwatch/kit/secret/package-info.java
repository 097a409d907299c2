@NullMarked
package groupwatch.kit.secret;

import org.jspecify.annotations.NullMarked;

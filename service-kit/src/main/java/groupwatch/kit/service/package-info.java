/** How a service starts: the same for all, so that several can share one JVM. */
@NullMarked
package groupwatch.kit.service;

import org.jspecify.annotations.NullMarked;

@NullMarked
package groupwatch.kit.jobs;

import org.jspecify.annotations.NullMarked;

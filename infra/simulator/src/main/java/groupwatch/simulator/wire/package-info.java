/** The world in Evolution API 2.3.7's words: events, messages, groups, links, exactly encoded as it encodes them. */
@NullMarked
package groupwatch.simulator.wire;

import org.jspecify.annotations.NullMarked;

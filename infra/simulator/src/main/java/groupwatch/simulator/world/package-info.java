/** An invented world as WhatsApp would know it: people, groups, and what happens in them. Nothing here knows Evolution API. */
@NullMarked
package groupwatch.simulator.world;

import org.jspecify.annotations.NullMarked;

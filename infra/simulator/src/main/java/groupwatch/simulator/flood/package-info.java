/** Many messages that mean nothing: of all kinds, in many groups and direct chats, the same for the same seed. */
@NullMarked
package groupwatch.simulator.flood;

import org.jspecify.annotations.NullMarked;

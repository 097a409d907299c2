/** Values of WhatsApp's protocol buffers as Evolution writes them to JSON, in every encoding of its 2.3 versions. */
@NullMarked
package groupwatch.events.evolution.json;

import org.jspecify.annotations.NullMarked;

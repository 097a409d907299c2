/** The bytes of a file: from the claim check or from the gateway to WhatsApp, checked against what the message says of them. */
@NullMarked
package groupwatch.media.fetch;

import org.jspecify.annotations.NullMarked;

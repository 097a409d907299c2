/**
 * Messages and what is attached to them. Facts are rows of their own, in whichever order they come; the message as it is
 * shown is a pure fold over them.
 */
@NullMarked
package groupwatch.store.message;

import org.jspecify.annotations.NullMarked;

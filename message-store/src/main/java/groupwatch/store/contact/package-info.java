/** Whom the linked accounts know: people, each once whatever identities they have, and groups. */
@NullMarked
package groupwatch.store.contact;

import org.jspecify.annotations.NullMarked;

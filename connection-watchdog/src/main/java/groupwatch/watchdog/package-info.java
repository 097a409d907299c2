/**
 * The connection watchdog. It owns the WhatsApp accounts: sets up their instances, keeps each link alive, notices when one is dead although it
 * says that it is open, fetches what was missed, and tells {@code groupwatch.links.v1} and whoever asks.
 *
 * <p>However many replicas run, one acts on an account: whoever has its lease. All that is to be remembered is in the database. On failure:
 * another replica takes over within 30 seconds and goes on where the rows say.
 */
@NullMarked
package groupwatch.watchdog;

import org.jspecify.annotations.NullMarked;

/** How much of the past WhatsApp has given when an account was linked: its flood of old messages, and how far it is. */
@NullMarked
package groupwatch.watchdog.history;

import org.jspecify.annotations.NullMarked;

/** What gateways tell of links by themselves, taken from the topic. */
@NullMarked
package groupwatch.watchdog.observe;

import org.jspecify.annotations.NullMarked;

/**
 * Account → its instance of Evolution, as the suite needs it: created where there is none, with our webhook and our settings, compared and set
 * right at each check. Nothing here links, restarts or logs out. What cannot be set right is a warning for people, not an error.
 */
@NullMarked
package groupwatch.watchdog.setup;

import org.jspecify.annotations.NullMarked;

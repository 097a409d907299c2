/** Codes to link an account with. Whoever sees one can have the account: each showing is written down first, and nothing else keeps them. */
@NullMarked
package groupwatch.watchdog.code;

import org.jspecify.annotations.NullMarked;

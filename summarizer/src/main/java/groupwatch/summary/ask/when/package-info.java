/** The time words of a question: "yesterday", "letzte Woche", "há 3 dias", as a period by the asker's clock. */
@NullMarked
package groupwatch.summary.ask.when;

import org.jspecify.annotations.NullMarked;

/** What a mail says in its own words: five languages, their plurals, numbers, dates and times. */
@NullMarked
package groupwatch.report.compose.words;

import org.jspecify.annotations.NullMarked;

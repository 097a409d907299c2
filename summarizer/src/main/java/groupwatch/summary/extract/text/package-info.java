/** Messages as text to reckon with: made plain, broken into sentences and words, searched for what gives away their purpose. */
@NullMarked
package groupwatch.summary.extract.text;

import org.jspecify.annotations.NullMarked;

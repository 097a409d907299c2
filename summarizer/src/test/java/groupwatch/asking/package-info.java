/** The part of the summarizer that answers questions, alone. Outside of its packages, so that the whole service does not find this one. */
@NullMarked
package groupwatch.asking;

import org.jspecify.annotations.NullMarked;

/**
 * The summarizer. A day of a group is due, or somebody asks → its messages come from the message store as a stream → a language model, or an
 * algorithm without one, says them in short, each sentence with the messages it rests on → what cites nothing is repaired or left out → a row,
 * and {@code groupwatch.summaries.v1} out. Questions are answered the same way, as a stream.
 *
 * <p>On failure: a day is a job, tried again on a schedule; a vendor's outage delays summaries and loses none. {@code groupwatch.messages.v1} in
 * tells which days have changed since they were summarised; they are written anew once, on the next run.
 */
@NullMarked
package groupwatch.summary;

import org.jspecify.annotations.NullMarked;

package groupwatch.summary.ask;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.ask.answer.Citation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a question, in this order: what is looked at, then citations and text, then that it is done. */
sealed interface AskEvent {

    /** As the stream calls it. */
    String name();

    /**
     * What is looked at.
     *
     * @param period absent for all times
     */
    record Sources(Looked found, @Nullable Span period) implements AskEvent {

        @Override
        public String name() {
            return "sources";
        }
    }

    /**
     * @param messages that the answer is made of
     * @param hits how many of those found have the words
     * @param left how many were found and did not fit
     * @param words that were searched for
     * @param groupCount how many groups were looked through
     * @param groups which; absent for all that the caller may see
     * @param widened whether the time asked about had nothing, and all times were looked through
     */
    record Looked(
            int messages,
            int hits,
            int left,
            List<String> words,
            int groupCount,
            @Nullable List<NamedGroup> groups,
            boolean widened) {}

    record NamedGroup(String jid, @Nullable String name) {}

    /**
     * @param from inclusive
     * @param to exclusive
     */
    record Span(Instant from, Instant to, String tz) {}

    /** Messages that the text after it cites. */
    record Citations(List<Citation> citations) implements AskEvent {

        @Override
        public String name() {
            return "citations";
        }
    }

    /** The next sentences of the answer. */
    record Delta(String text) implements AskEvent {

        @Override
        public String name() {
            return "delta";
        }
    }

    /**
     * The whole answer.
     *
     * @param model as its provider calls it; absent where nothing was asked because nothing was found
     * @param provider {@code extractive} without a language model; absent likewise
     * @param dropped sentences left out because they cited nothing
     * @param complete false where the model came to its limit or would not go on
     * @param cost in US dollars, where the price is known
     */
    record Done(
            String answer,
            @Nullable String model,
            @Nullable String provider,
            List<Citation> citations,
            int dropped,
            boolean complete,
            TokenCount tokens,
            @Nullable BigDecimal cost)
            implements AskEvent {

        @Override
        public String name() {
            return "done";
        }
    }
}

package groupwatch.summary.write.compose;

import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.text.Tokens;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.prompt.Instructions;

/**
 * What fits into a model's window.
 *
 * @param window tokens that may be used of it: a tenth is left, for the estimate is one
 * @param answer tokens of an answer
 * @param data tokens of messages, or of what was found in parts, in one request
 */
record Room(int window, int answer, int data) {

    /** The marks, the request after the data, and what is said about an answer that is asked for again. */
    private static final int AROUND = 600;

    private static final int LEAST = 800;
    private static final int LONGEST_MESSAGE = 4_000;

    /** @throws ModelException.Refused when the window is too small to be of use */
    static Room of(LanguageModel model, WriteSettings settings, Wish wish) {
        int window = (int) (model.window() * 0.9);
        int answer = Math.min(settings.answerTokens(), model.window() / 4);
        int instructions = Tokens.of(Instructions.merge(wish, wish.length().sentences()));
        int free = window - answer - instructions - AROUND;
        if (free < LEAST) {
            throw new ModelException.Refused(
                    "The model's window of " + model.window() + " tokens is too small to summarise a day", null);
        }
        return new Room(window, answer, Math.min(settings.partTokens(), free));
    }

    /** Characters of one message that are read: a message never fills more than its part of a request, in whatever script. */
    int message() {
        return Math.min(LONGEST_MESSAGE, data / 4);
    }

    /** Whether an answer may be shown to the model again, beside what it is about. */
    boolean has(int tokens) {
        return tokens + answer + AROUND <= window;
    }
}

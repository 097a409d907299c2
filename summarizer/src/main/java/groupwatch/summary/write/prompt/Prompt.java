package groupwatch.summary.write.prompt;

import groupwatch.summary.text.Tokens;
import java.util.Set;

/**
 * What is asked, and what may be cited in the answer.
 *
 * @param system what the model is to do; ours, without a word of others
 * @param user the data between marks, and the request
 * @param fence whose word no answer repeats
 * @param citable numbers of the messages that are shown
 */
public record Prompt(String system, String user, Fence fence, Set<Integer> citable) {

    /** Estimated, rather too many. */
    public int tokens() {
        return Tokens.of(system) + Tokens.of(user);
    }
}

package groupwatch.summary.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param purpose for the ledger and the meters
 * @param group JID of the group whose account it goes to; absent for a question about several
 * @param day that it is about, for the ledger
 * @param system what the model is to do; ours, no message text
 * @param turns the conversation, ending with the user's
 * @param maxTokens longest answer
 * @param schema JSON Schema of the answer, where the answer is to be JSON; a vendor that cannot enforce it ignores it
 */
public record ModelRequest(
        Purpose purpose,
        @Nullable String group,
        LocalDate day,
        String system,
        List<Turn> turns,
        int maxTokens,
        @Nullable String schema) {

    public ModelRequest {
        turns = List.copyOf(turns);
    }

    /** One request, one answer. */
    public static ModelRequest of(
            Purpose purpose,
            @Nullable String group,
            LocalDate day,
            String system,
            String user,
            int maxTokens,
            @Nullable String schema) {
        return new ModelRequest(
                purpose, group, day, system, List.of(new Turn(Turn.Role.USER, user)), maxTokens, schema);
    }
}

package groupwatch.summary.model.vendor;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Finish;

/**
 * A whole answer.
 *
 * @param model that answered, as its vendor names it
 * @param tokens none where the vendor does not tell
 */
public record Reply(String text, Finish finish, String model, TokenCount tokens) {}

package groupwatch.summary.ask.answer;

import java.util.List;

/**
 * The next piece of an answer, whole sentences only.
 *
 * @param fresh the citations in it that were not cited before
 */
public record Said(String text, List<Citation> fresh) {

    public Said {
        fresh = List.copyOf(fresh);
    }
}

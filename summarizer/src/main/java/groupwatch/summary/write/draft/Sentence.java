package groupwatch.summary.write.draft;

import java.util.List;

/** @param cites numbers of messages, at least one */
public record Sentence(String text, List<Integer> cites) {

    public Sentence {
        cites = List.copyOf(cites);
    }
}

package groupwatch.store.search.find;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.store.api.Reach;
import groupwatch.store.search.words.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a query was understood.
 *
 * @param sentence the same for people
 * @param tree its parts, with the people and groups that names mean
 * @param language whose inflections are found too; absent: only the words themselves
 * @param from the earliest moment of a hit; absent: any
 * @param to the first moment no longer of a hit; absent: any
 * @param warnings what the asker should know before believing the answer
 */
record Explanation(
        String q,
        String sentence,
        Map<String, Object> tree,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant to,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> warnings) {

    static Explanation of(String q, Understood understood) {
        Language language = understood.scope().language();
        TimeRange range = understood.range();
        return new Explanation(
                q,
                "Messages that " + new Sentence(understood.resolved()).of(understood.query()) + ".",
                new Tree(understood.resolved(), language).of(understood.query()),
                language == null ? null : language.code(),
                range.from().equals(Reach.BEGINNING) ? null : range.from(),
                range.to().equals(Reach.END) ? null : range.to(),
                Warnings.of(understood));
    }
}

package groupwatch.summary.ask.when;

import java.util.List;

/** The time words of the languages in which questions are understood. */
final class Vocabularies {

    static final List<Vocabulary> ALL =
            List.of(EnglishTime.WORDS, PortugueseTime.WORDS, ItalianTime.WORDS, SpanishTime.WORDS, GermanTime.WORDS);

    private Vocabularies() {}
}

package groupwatch.summary.model;

import java.util.Optional;

/** The models that are configured. Empty: without a key, what is said is chosen by an algorithm of our own. */
public interface Models {

    Optional<LanguageModel> forSummaries();

    Optional<LanguageModel> forQuestions();
}

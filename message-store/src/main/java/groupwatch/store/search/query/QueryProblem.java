package groupwatch.store.search.query;

import groupwatch.kit.problem.ProblemException;

/** Says what is wrong with a query, and where. */
final class QueryProblem {

    private QueryProblem() {}

    /** @param position in UTF-16 code units, from 0; the member {@code position} of the answer */
    static ProblemException at(int position, String what) {
        return ProblemException.badParameter("q", "q, at character " + (position + 1) + ": " + what)
                .with("position", position);
    }
}

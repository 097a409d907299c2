package groupwatch.summary.write.compose;

import groupwatch.summary.write.draft.Draft;

/** What came of a request, or of several, after the checks, and what it took. */
record Answered(Draft draft, Tally tally) {}

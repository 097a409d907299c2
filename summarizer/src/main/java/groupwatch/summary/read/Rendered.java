package groupwatch.summary.read;

import groupwatch.summary.row.SummaryVersion;

/** A summary as a document. */
final class Rendered {

    private Rendered() {}

    static String markdown(SummaryVersion version) {
        return version.summary().content().toString();
    }

    static String markdown(ShownSummary shown) {
        return shown.summary().content().toString();
    }

    static String html(ShownSummary shown) {
        return shown.summary().content().toString();
    }
}

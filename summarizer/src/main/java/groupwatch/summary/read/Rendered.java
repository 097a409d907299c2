package groupwatch.summary.read;

import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.show.GroupAddress;
import groupwatch.summary.show.Html;
import groupwatch.summary.show.Markdown;

/** A summary as a document; its links are those of the suite's own pages. */
final class Rendered {

    private static final GroupAddress SAME_ORIGIN = new GroupAddress("");

    private Rendered() {}

    static String markdown(SummaryVersion version) {
        return Markdown.of(version.summary(), SAME_ORIGIN);
    }

    static String markdown(ShownSummary shown) {
        return Markdown.of(shown.summary(), SAME_ORIGIN);
    }

    static String html(ShownSummary shown) {
        return Html.of(shown.summary(), SAME_ORIGIN);
    }
}

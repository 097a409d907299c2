package groupwatch.summary.read;

import groupwatch.events.summary.Summary;
import groupwatch.summary.show.GroupAddress;
import groupwatch.summary.show.Html;
import groupwatch.summary.show.Markdown;

/** A summary as a document; its links are those of the suite's own pages. */
final class Rendered {

    private static final GroupAddress SAME_ORIGIN = new GroupAddress("");

    private Rendered() {}

    static String markdown(Summary summary) {
        return Markdown.of(summary, SAME_ORIGIN);
    }

    static String html(Summary summary) {
        return Html.of(summary, SAME_ORIGIN);
    }
}

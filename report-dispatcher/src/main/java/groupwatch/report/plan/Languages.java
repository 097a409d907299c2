package groupwatch.report.plan;

import java.util.List;

/** What reports can be written in. */
public final class Languages {

    /** In the order in which they are told to people. */
    public static final List<String> SPOKEN = List.of("en", "pt", "es", "it", "de");

    private Languages() {}
}

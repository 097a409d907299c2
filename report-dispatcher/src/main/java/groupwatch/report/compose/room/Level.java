package groupwatch.report.compose.room;

/** How much of a group a mail tells. */
public enum Level {
    WHOLE,
    /** What matters most. */
    BRIEF,
    /** Its name and a figure. */
    NAMED,
    /** Counted among those left out. */
    COUNTED
}

package groupwatch.summary.daily;

import groupwatch.summary.row.Day;
import groupwatch.summary.row.SummaryVersion;
import org.jspecify.annotations.Nullable;

/** What was there of a day before it was read. */
record Before(@Nullable Day day, @Nullable SummaryVersion latest) {

    static final Before NOTHING = new Before(null, null);

    Before with(SummaryVersion version) {
        return new Before(day, version);
    }

    /** 0 when there is none. */
    int version() {
        return latest == null ? 0 : latest.summary().version();
    }

    long changes() {
        return day == null ? 0 : day.changes();
    }
}

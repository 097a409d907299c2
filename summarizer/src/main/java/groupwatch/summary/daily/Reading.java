package groupwatch.summary.daily;

import groupwatch.summary.plan.Plan;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayState;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.transcript.DayRead;
import groupwatch.summary.transcript.Fingerprint;
import groupwatch.summary.transcript.Transcript;
import java.time.Instant;

/**
 * A day as it was read for its summary.
 *
 * @param until when messages were read
 * @param soFar whether the day was not over
 */
record Reading(Plan plan, DayRead read, Instant until, boolean soFar, Before before, String hash) {

    Reading(Plan plan, DayRead read, Instant until, boolean soFar, Before before) {
        this(plan, read, until, soFar, before, Fingerprint.of(read.transcript()));
    }

    Transcript transcript() {
        return read.transcript();
    }

    int messages() {
        return transcript().lines().size();
    }

    /** Too little to be summarised by itself; a day that was summarised before is kept up. */
    boolean isQuiet() {
        return messages() < plan.minMessages() && before.latest() == null;
    }

    boolean saidAlreadyBy(SummaryVersion version) {
        return version.summary().contentHash().equals(hash)
                && version.summary().soFar() == soFar
                && version.summary().language().equals(plan.language().toLanguageTag())
                && version.length() == plan.length();
    }

    Instant from() {
        return transcript().day().atStartOfDay(plan.zone()).toInstant();
    }

    Day decided(DayState state) {
        return new Day(
                transcript().group(), transcript().day(), plan.zone(), from(), until, state, messages(), hash, null, 0);
    }
}

package groupwatch.report.unsubscribe;

import groupwatch.report.plan.Report;

/** A recipient of a report who came with its ticket. */
record Subscriber(Report report, String address) {

    /** Enough to know one's own address by, and not enough to write to it: {@code o…@example.com}. */
    String masked() {
        return address.charAt(0) + "…" + address.substring(address.lastIndexOf('@'));
    }
}

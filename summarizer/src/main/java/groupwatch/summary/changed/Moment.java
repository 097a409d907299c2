package groupwatch.summary.changed;

import java.time.Instant;

/** When a message of a group was sent; several of one second are one to the day. */
record Moment(String group, Instant sentAt) {}

package groupwatch.summary.transcript;

/**
 * A day as it was read.
 *
 * @param omitted messages that were not read because there were too many
 */
public record DayRead(Transcript transcript, int omitted) {}

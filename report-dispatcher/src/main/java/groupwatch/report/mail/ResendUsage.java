package groupwatch.report.mail;

/**
 * Mails that Resend took.
 *
 * @param day today in UTC
 * @param month since its first day in UTC
 */
record ResendUsage(long day, long month) {}

package groupwatch.store.stats;

import groupwatch.events.identity.Person;

/**
 * Somebody who wrote much.
 *
 * @param share of all messages of the period, in percent, to a tenth
 * @param previous messages in the period before
 */
record TopSender(Person person, long messages, double share, long previous) {}

package groupwatch.store.raw;

import groupwatch.kit.kafka.IncomingRecord;

/**
 * The part of a record that is about one message or fact.
 *
 * @param number position within the record; 0 for a record about one thing
 */
record RawItem(IncomingRecord record, int number, RawSubject subject, String body) {}

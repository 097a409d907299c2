package groupwatch.bench.reports;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A mail that the mail server took: the whole content was there, and nothing but the answer was left to say.
 *
 * @param content SHA-256 of headers and body
 * @param port where it came in
 * @param heard whether the other side said something after the answer
 */
record Taken(String recipient, String messageId, String content, MailPort port, AtomicBoolean heard) {}

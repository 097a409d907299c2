package groupwatch.summary.extract;

import java.util.List;

/**
 * What is told of a message.
 *
 * @param text with its speaker, after what it corrects or answers
 * @param alone without its speaker when it stands by itself, else the same
 * @param messages it rests on
 */
record Quote(String text, String alone, List<String> messages) {}

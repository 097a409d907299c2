/**
 * Mails about links. {@code groupwatch.links.v1} → a row for each outage → found due by a look every few seconds → what is told of it, once, and a
 * row and a job for each recipient. However many replicas run, and however often or late an event comes, an outage is told as down once and as back
 * once.
 */
@NullMarked
package groupwatch.report.alert;

import org.jspecify.annotations.NullMarked;

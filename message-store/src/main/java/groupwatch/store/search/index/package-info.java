/**
 * Keeps the search's index whole: a job in the background indexes messages that were stored before there was one, and those
 * of groups whose language was changed. What is stored now is indexed as it is written ({@code message.MessageRows}).
 */
@NullMarked
package groupwatch.store.search.index;

import org.jspecify.annotations.NullMarked;

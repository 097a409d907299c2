/**
 * What a text is found by: its words, folded so that accents and case do not matter, their stems where a group has a
 * language, and marks for what is no word (chat, sender, type). The same code breaks texts, queries and highlights.
 */
@NullMarked
package groupwatch.store.search.words;

import org.jspecify.annotations.NullMarked;

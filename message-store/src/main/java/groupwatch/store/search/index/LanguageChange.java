package groupwatch.store.search.index;

/**
 * A group whose messages are being indexed in another language.
 *
 * @param at time of the message the job came to, as the database writes it
 * @param id of that message
 */
record LanguageChange(String group, String at, String id) {}

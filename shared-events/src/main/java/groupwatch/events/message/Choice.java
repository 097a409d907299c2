package groupwatch.events.message;

/**
 * What was chosen from buttons, a list, a template or an interactive message.
 *
 * @param id the chosen item's id; for interactive answers the parameters as they came
 */
public record Choice(String id) {}

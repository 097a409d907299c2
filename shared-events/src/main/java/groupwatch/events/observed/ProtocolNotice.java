package groupwatch.events.observed;

/**
 * WhatsApp's clients among themselves: key shares, history notifications, sync requests.
 *
 * @param type WhatsApp's word
 */
public record ProtocolNotice(String type) implements Observation {}

package groupwatch.events.evolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Event names in paths. With {@code webhookByEvents} Evolution appends the event with every dot and dash written as a dash,
 * so the way back needs the names that have a dash of their own.
 */
final class WebhookScanEvents {

    private static final Map<String, String> DASHED = Arrays.stream(new String[] {
                "group-participants.update", "typebot.change-status", "messaging-history.set", "send.message.update"
            })
            .collect(Collectors.toMap(event -> event.replace('.', '-'), Function.identity()));

    private static final Pattern NOT_A_NAME = Pattern.compile("[^a-z0-9.-]");

    private WebhookScanEvents() {}

    /** {@code messages-upsert} → {@code messages.upsert}; safe to be written into JSON as it is. */
    static String fromPath(String segment) {
        String name = NOT_A_NAME
                .matcher(segment.toLowerCase(Locale.ROOT).replace('_', '-'))
                .replaceAll("");
        return DASHED.getOrDefault(name, name.replace('-', '.'));
    }
}

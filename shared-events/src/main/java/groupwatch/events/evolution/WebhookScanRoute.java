package groupwatch.events.evolution;

import groupwatch.events.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook goes: raw topic by the event's kind, key by whose order matters.
 *
 * @param key absent when the webhook names neither chat nor instance
 */
public record WebhookScanRoute(String topic, @Nullable String key) {

    static WebhookScanRoute of(WebhookScanResult.Webhook webhook) {
        String event = webhook.event();
        String instance = webhook.instance();
        if (event.equals("messages.set")
                || event.startsWith("messaging-history.")
                || event.startsWith("messaging.history.")) {
            return new WebhookScanRoute(Topics.RAW_HISTORY, instance);
        }
        if (isMessage(event)) {
            // many chats at once is a backlog: it must not hold up one chat's live messages
            return webhook.manyChats()
                    ? new WebhookScanRoute(Topics.RAW_HISTORY, instance)
                    : new WebhookScanRoute(Topics.RAW_MESSAGES, chatOrInstance(webhook));
        }
        if (isGroupOrContact(event)) {
            return new WebhookScanRoute(Topics.RAW_GROUPS, chatOrInstance(webhook));
        }
        return new WebhookScanRoute(isLink(event) ? Topics.RAW_LINKS : Topics.RAW_OTHER, instance);
    }

    private static boolean isMessage(String event) {
        return event.startsWith("messages.") || event.startsWith("send.message") || event.equals("call");
    }

    private static boolean isGroupOrContact(String event) {
        return event.startsWith("groups.")
                || event.startsWith("group.")
                || event.startsWith("group-participants.")
                || event.startsWith("contacts.")
                || event.startsWith("chats.");
    }

    private static boolean isLink(String event) {
        return event.startsWith("connection.")
                || event.startsWith("qrcode.")
                || event.startsWith("instance.")
                || event.endsWith(".instance")
                || event.equals("application.startup");
    }

    private static @Nullable String chatOrInstance(WebhookScanResult.Webhook webhook) {
        return webhook.chat() == null || webhook.manyChats() ? webhook.instance() : webhook.chat();
    }
}

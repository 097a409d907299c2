package groupwatch.events.evolution;

import org.jspecify.annotations.Nullable;

/** What {@link WebhookScan} found in a body. */
public sealed interface WebhookScanResult {

    /** The bytes to keep: as received, but for the blanked API keys. */
    byte[] body();

    /**
     * A webhook.
     *
     * @param event dotted lower-case name, as {@code messages.upsert}
     * @param instance absent only for Evolution's own {@code error} reports
     * @param chat JID as written in the body, of the chat, group or contact it is about; absent when it names none
     * @param manyChats whether {@code data} is an array whose items are about different chats
     */
    record Webhook(
            String event,
            @Nullable String instance,
            @Nullable String chat,
            boolean manyChats,
            byte[] body) implements WebhookScanResult {

        /** The topic this goes to, and its key there. */
        public WebhookScanRoute route() {
            return WebhookScanRoute.of(this);
        }

        /** Whether this is about one chat that is no group (a person, a status, a newsletter). */
        public boolean isDirectChat() {
            return chat != null && !manyChats && !chat.endsWith("@g.us") && !event.startsWith("contacts.");
        }
    }

    /**
     * No webhook.
     *
     * @param detail a sentence that says what is wrong, without quoting the body
     */
    record NotWebhook(Reason reason, String detail, byte[] body) implements WebhookScanResult {}

    /** Why a body is no webhook. */
    enum Reason {
        /** not RFC 8259, cut off, or nested without end */
        NOT_JSON,
        /** JSON, but an array or a plain value */
        NOT_OBJECT,
        /** {@code event} is absent or not a name */
        NO_EVENT,
        /** nothing says which linked account it is from */
        NO_INSTANCE
    }
}

package groupwatch.watchdog.setup;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an account's instance is made to be.
 *
 * @param webhookToken sent with each webhook as {@code Authorization: Bearer}; one of the gateway's {@code groupwatch.ingest.secrets}
 * @param webhookTokenFile a file with it, instead; read at the start
 * @param events what is told, in Evolution's names; the default is all that the suite reads
 * @param base64 whether files come with their webhooks; otherwise they are asked for
 * @param recreateMissing whether an account's instance that Evolution does not have is made; otherwise a person is told
 */
@ConfigurationProperties("groupwatch.watchdog.setup")
record SetupSettings(
        @Nullable String webhookToken,
        @Nullable Path webhookTokenFile,

        @DefaultValue({
            "QRCODE_UPDATED",
            "MESSAGES_SET",
            "MESSAGES_UPSERT",
            "MESSAGES_EDITED",
            "MESSAGES_UPDATE",
            "MESSAGES_DELETE",
            "SEND_MESSAGE",
            "SEND_MESSAGE_UPDATE",
            "CONTACTS_UPSERT",
            "CONTACTS_UPDATE",
            "CHATS_UPSERT",
            "GROUPS_UPSERT",
            "GROUP_UPDATE",
            "GROUP_PARTICIPANTS_UPDATE",
            "CONNECTION_UPDATE",
            "CALL",
            "LABELS_EDIT",
            "LABELS_ASSOCIATION",
            "REMOVE_INSTANCE",
            "LOGOUT_INSTANCE",
            "INSTANCE_CREATE",
            "INSTANCE_DELETE",
            "STATUS_INSTANCE"
        })
        List<String> events,

        @DefaultValue("false") boolean base64,
        @DefaultValue("true") boolean recreateMissing) {

    SetupSettings {
        events = List.copyOf(new LinkedHashSet<>(events));
        if (events.isEmpty() || !events.stream().allMatch(event -> event.matches("[A-Z][A-Z_]*"))) {
            throw new IllegalArgumentException(
                    "groupwatch.watchdog.setup.events takes one or more of Evolution's names, such as MESSAGES_UPSERT");
        }
        // read here to stop the start with one sentence
        webhookToken = WebhookToken.read(webhookToken, webhookTokenFile);
    }

    /** The secret. */
    String token() {
        return webhookToken == null ? "" : webhookToken;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SetupSettings" + events;
    }
}

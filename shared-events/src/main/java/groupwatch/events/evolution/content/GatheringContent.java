package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.message.CalendarEvent;
import groupwatch.events.message.GroupInvite;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What brings people or pictures together: invitations, appointments, albums. */
final class GatheringContent {

    static final Map<String, ContentReader> READERS = Map.of(
            "groupInviteMessage", GatheringContent::invite,
            "eventMessage", GatheringContent::event,
            "scheduledCallCreationMessage", GatheringContent::scheduledCall,
            "albumMessage", content -> MessageContent.of(MessageType.ALBUM, null));

    private GatheringContent() {}

    private static MessageContent invite(JsonNode content) {
        var group = Proto.jid(content, "groupJid");
        return MessageContent.of(MessageType.GROUP_INVITE, Proto.text(content, "caption"))
                .withInvite(new GroupInvite(
                        group == null ? null : group.value(),
                        Proto.text(content, "groupName"),
                        Proto.text(content, "inviteCode"),
                        Times.seconds(content.path("inviteExpiration"))));
    }

    private static MessageContent event(JsonNode content) {
        return appointment(
                Proto.text(content, "name"),
                Times.seconds(content.path("startTime")),
                content,
                Proto.flag(content, "isCanceled"));
    }

    private static MessageContent scheduledCall(JsonNode content) {
        return appointment(
                Proto.text(content, "title"), Times.millis(content.path("scheduledTimestampMs")), content, false);
    }

    private static MessageContent appointment(
            @Nullable String name, @Nullable Instant startsAt, JsonNode content, boolean cancelled) {
        String description = Proto.text(content, "description");
        return MessageContent.of(MessageType.EVENT, name == null ? description : name)
                .withEvent(new CalendarEvent(
                        name,
                        description,
                        startsAt,
                        PlaceContent.place(content.path("location")),
                        Proto.text(content, "joinLink"),
                        cancelled));
    }
}

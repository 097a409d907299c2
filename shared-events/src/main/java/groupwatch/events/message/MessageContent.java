package groupwatch.events.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a payload itself says of a message's content; nothing that came to it later (edits, votes, reactions).
 *
 * @param text what a reader should read: text, caption, question, place, name
 * @param mentions JIDs as seen
 * @param poll as asked: no votes
 * @param viewOnce whether it disappears once looked at
 * @param ephemeralSeconds after which it disappears
 * @param preview whether a small picture came along ({@code WebhookPreview})
 */
public record MessageContent(
        MessageType type,
        @Nullable String text,
        @Nullable Reply replyTo,
        List<String> mentions,
        @Nullable Media media,
        @Nullable Poll poll,
        @Nullable Location location,
        List<ContactCard> contacts,
        @Nullable Choice choice,
        @Nullable Target target,
        @Nullable GroupInvite invite,
        @Nullable CalendarEvent event,
        @Nullable CallInfo call,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean forwarded,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean viewOnce,
        @Nullable Integer ephemeralSeconds,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean preview) {

    public MessageContent {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    public static MessageContent of(MessageType type, @Nullable String text) {
        return new MessageContent(
                type, text, null, List.of(), null, null, null, List.of(), null, null, null, null, null, false, false,
                null, false);
    }

    public MessageContent withType(MessageType value) {
        return new MessageContent(
                value,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withText(@Nullable String value) {
        return new MessageContent(
                type,
                value,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withReplyTo(@Nullable Reply value) {
        return new MessageContent(
                type,
                text,
                value,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withMentions(List<String> value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                value,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withMedia(@Nullable Media value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                value,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withPoll(@Nullable Poll value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                value,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withLocation(@Nullable Location value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                value,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withContacts(List<ContactCard> value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                value,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withChoice(@Nullable Choice value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                value,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withTarget(@Nullable Target value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                value,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withInvite(@Nullable GroupInvite value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                value,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withEvent(@Nullable CalendarEvent value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                value,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withCall(@Nullable CallInfo value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                value,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withForwarded(boolean value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                value,
                viewOnce,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withViewOnce(boolean value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                value,
                ephemeralSeconds,
                preview);
    }

    public MessageContent withEphemeralSeconds(@Nullable Integer value) {
        return new MessageContent(
                type, text, replyTo, mentions, media, poll, location, contacts, choice, target, invite, event, call,
                forwarded, viewOnce, value, preview);
    }

    public MessageContent withPreview(boolean value) {
        return new MessageContent(
                type,
                text,
                replyTo,
                mentions,
                media,
                poll,
                location,
                contacts,
                choice,
                target,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                value);
    }
}

package groupwatch.events.evolution;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.Media;
import groupwatch.events.observed.*;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the reader found, in the columns of an index; columns that an observation cannot have are missing. */
final class Facts {

    private final Map<String, String> found = new HashMap<>();

    private Facts() {}

    static Map<String, String> of(Observed observed) {
        Facts facts = new Facts();
        facts.found.put("event", observed.event());
        Observation first = observed.observations().stream()
                .filter(o -> !(o instanceof IdentitiesLinked))
                .findFirst()
                .orElse(null);
        if (first != null) {
            facts.add(first, observed.observations());
        }
        return facts.found;
    }

    private void add(Observation observation, List<Observation> all) {
        switch (observation) {
            case MessageSeen o -> message(o);
            case EditSeen o -> {
                type("edit", o.chat());
                put("message_id", o.targetId());
                put("target_id", o.targetId());
                put("text", o.text());
                put("timestamp_s", o.exact() ? seconds(o.at()) : null);
            }
            case RevokeSeen o -> {
                type("revoke", o.chat());
                put("message_id", o.targetId());
                put("target_id", o.targetId());
                person(o.by());
            }
            case ReceiptSeen o -> {
                type("status", o.chat());
                put("message_id", o.messageId());
                put("text", o.status());
            }
            case PollVoteSeen o -> {
                type("poll_vote", o.chat());
                put("target_id", o.targetId());
                put("message_id", o.targetId());
                person(o.voter());
                put("extra.options", String.join("|", o.options()));
            }
            case CallSeen o -> {
                type("call", o.chat());
                put("message_id", o.callId());
                put("text", o.status());
                put("timestamp_s", seconds(o.at()));
                put("extra.video", Boolean.toString(o.video()));
                put("extra.group", Boolean.toString(o.group()));
                person(o.from());
            }
            case GroupSeen o -> group(o);
            case ParticipantsChanged o -> {
                type("participants_" + o.action(), o.group());
                o.participants().stream()
                        .map(ParticipantSeen::person)
                        .findFirst()
                        .ifPresent(this::person);
                put("extra.author", written(o.author()));
                put("extra.participants", Integer.toString(o.participants().size()));
            }
            case ContactSeen o -> {
                type("contact", o.jid());
                put("sender_name", o.name());
                put("chat_jid", joined(all, ContactSeen.class, ContactSeen::jid));
            }
            case ChatSeen o -> {
                type("chat", o.chat());
                put("sender_name", o.name());
            }
            case ChatDeleted o -> {
                type("chat_deleted", o.chat());
                put("chat_jid", joined(all, ChatDeleted.class, ChatDeleted::chat));
            }
            case PresenceSeen o -> {
                type("presence", o.chat());
                person(o.person());
                put("text", o.state());
                put("timestamp_s", seconds(o.lastSeen()));
            }
            case LabelSeen o -> {
                type("label", null);
                put("message_id", o.id());
                put("text", o.name());
                put("extra.deleted", Boolean.toString(o.deleted()));
            }
            case LabelAssociationSeen o -> {
                type(o.added() ? "label_add" : "label_remove", o.chat());
                put("message_id", o.labelId());
            }
            case EphemeralSettingSeen o -> {
                type("ephemeral_setting", o.chat());
                put("extra.seconds", Integer.toString(o.seconds()));
            }
            case HistoryChunk o -> history(o, all);
            case ConnectionSeen o -> {
                type("connection", null);
                put("text", o.state());
                put("extra.statusReason", String.valueOf(o.statusReason()));
                person(o.account());
            }
            case QrCodeSeen ignored -> type("qrcode", null);
            case QrLimitReached ignored -> type("qrcode_limit", null);
            case InstanceLifecycle o -> type("instance_" + o.kind().replace("logged_out", "logout"), null);
            case TypebotSeen o -> {
                type("typebot", o.chat());
                put("text", o.status());
            }
            case ErrorReported ignored -> type("error", null);
            case ProtocolNotice o -> {
                type("protocol", null);
                put("text", o.type());
            }
            case UnknownObservation ignored -> type("unknown_event", null);
            case ReactionSeen ignored -> throw new AssertionError("a reaction is a message first");
            case IdentitiesLinked ignored -> throw new AssertionError("links come besides");
        }
    }

    private void message(MessageSeen o) {
        var content = o.content();
        type(content.type().wire(), o.chat());
        person(o.sender());
        put("sender_name", o.senderName());
        put("from_me", Boolean.toString(o.fromMe()));
        put("message_id", o.id());
        put("text", content.text());
        put("reply_to_id", content.replyTo() == null ? null : content.replyTo().id());
        put("target_id", content.target() == null ? null : content.target().id());
        put("timestamp_s", seconds(o.sentAt()));
        put("mentions", content.mentions().isEmpty() ? null : String.join(",", content.mentions()));
        Media media = content.media();
        put("media_mime", media == null ? null : media.mime());
        put(
                "media_size",
                media == null || media.size() == null ? null : media.size().toString());
        put("media_sha256", media == null ? null : media.sha256());
        put("file_name", media == null ? null : media.fileName());
        put("extra.id", content.choice() == null ? null : content.choice().id());
        if (content.location() != null) {
            put("extra.lat", String.valueOf(content.location().latitude()));
            put("extra.lng", String.valueOf(content.location().longitude()));
        }
        if (content.poll() != null) {
            put(
                    "extra.options",
                    content.poll().options().stream().map(p -> p.name()).collect(Collectors.joining("|")));
            put("extra.selectable", String.valueOf(content.poll().selectable()));
        }
        if (content.target() != null) {
            put("extra.action", content.target().action());
        }
        if (media != null) {
            put("extra.animated", String.valueOf(media.animated()));
            put("extra.seconds", String.valueOf(media.seconds()));
            put("extra.pages", String.valueOf(media.pages()));
        }
        if (content.event() != null) {
            put("extra.startsAt", seconds(content.event().startsAt()));
            put("extra.cancelled", Boolean.toString(content.event().cancelled()));
            put("extra.joinLink", content.event().joinLink());
        }
        if (content.invite() != null) {
            put("extra.group", content.invite().group());
            put("extra.code", content.invite().code());
        }
        put(
                "extra.phones",
                content.contacts().stream().flatMap(c -> c.phones().stream()).collect(Collectors.joining("|")));
        put("extra.viewOnce", Boolean.toString(content.viewOnce()));
        put("extra.forwarded", Boolean.toString(content.forwarded()));
        put("extra.ephemeral", String.valueOf(content.ephemeralSeconds()));
    }

    private void group(GroupSeen o) {
        type(o.whole() ? "group_created" : "group_update", o.group());
        put("text", o.name());
        put(
                "extra.participants",
                o.participants() == null
                        ? null
                        : Integer.toString(o.participants().size()));
        put("extra.announce", String.valueOf(o.announceOnly()));
        put("extra.restrict", String.valueOf(o.locked()));
        put("extra.desc", o.description());
        put("extra.inviteCode", o.inviteCode());
        put("extra.memberAddMode", String.valueOf(o.memberAddMode()));
        put("extra.joinApprovalMode", String.valueOf(o.joinApprovalMode()));
        put("extra.ephemeral", String.valueOf(o.ephemeralSeconds()));
        put("extra.author", written(o.author()));
    }

    private void history(HistoryChunk o, List<Observation> all) {
        type("history", null);
        put("extra.messages", Integer.toString(o.messages()));
        all.stream()
                .filter(MessageSeen.class::isInstance)
                .map(MessageSeen.class::cast)
                .findFirst()
                .ifPresent(m -> put("timestamp_s", seconds(m.sentAt())));
    }

    private void type(String type, Jid chat) {
        put("type", type);
        put("chat_jid", chat == null ? null : chat.value());
    }

    private void person(Identities person) {
        put("sender_jid", person.preferred() == null ? null : person.preferred().value());
        put("sender_lid", person.lid() == null ? null : person.lid().value());
    }

    private void put(String column, String value) {
        found.put(column, value == null ? "" : value);
    }

    /** The index names an author as the payload does first: by LID when there is one. */
    private static String written(Identities person) {
        Jid jid = person.lid() == null ? person.phone() : person.lid();
        return jid == null ? null : jid.value();
    }

    private static <T> String joined(List<Observation> all, Class<T> kind, java.util.function.Function<T, Jid> jid) {
        return all.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(jid)
                .map(Jid::value)
                .collect(Collectors.joining(","));
    }

    private static String seconds(Instant time) {
        return time == null ? null : Long.toString(time.getEpochSecond());
    }

    /** The form in which an index writes a text that is too long for it. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "len=" + text.length() + ";sha256=" + HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package groupwatch.store.testing;

import static groupwatch.store.testing.Json.object;

import groupwatch.events.Topics;
import groupwatch.store.testing.Cast.Account;
import groupwatch.store.testing.Cast.Group;
import groupwatch.store.testing.Cast.Someone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of one day, made from a seed: groups seen by two accounts and direct chats, edits with both their events,
 * revokes, reactions, receipts, votes, calls, placeholders, people under either identity, history that overlaps with what
 * came live, and the same told again with other times.
 */
public final class GeneratedDay {

    private static final long MORNING = 1_760_000_000L;
    private static final int SECONDS = 86_400;
    private static final List<String> EMOJI = List.of("👍", "❤️", "😂", "");
    private static final List<String> WORDS =
            List.of("bom dia", "quem vem?", "às 15h", "Pizza 🍕", "já vou", "обед", "مرحبا", "ok\nok", "👨‍👩‍👧‍👦");

    /** A message that was sent; what is told of it later refers to it. */
    private record Sent(
            String id, @Nullable Group group, Account account, Someone other, boolean mine, long at, boolean poll) {

        String chat() {
            return group == null ? other.phone() : group.jid();
        }
    }

    private final Random random;
    private final Cast cast;
    private final List<Webhook> webhooks = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> messages = new TreeSet<>();
    private int ids;

    private GeneratedDay(long seed) {
        this.random = new Random(seed);
        this.cast = new Cast(random);
    }

    /** @param size messages; about three times as many webhooks */
    public static GeneratedDay of(long seed, int size) {
        GeneratedDay day = new GeneratedDay(seed);
        for (int i = 0; i < size; i++) {
            day.message();
        }
        for (int i = 0; i < size; i++) {
            day.happening(day.cast.any(day.sent));
        }
        for (int i = 0; i < size / 40; i++) {
            day.call();
            day.history();
            day.people();
        }
        day.again();
        return day;
    }

    public List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    /** {@code scope id} of every message that has to be there in the end. */
    public Set<String> messages() {
        return Set.copyOf(messages);
    }

    private void message() {
        boolean direct = random.nextInt(4) == 0;
        boolean mine = random.nextInt(5) == 0;
        Group group = direct ? null : cast.any(cast.groups);
        Account account = group == null ? cast.any(cast.accounts) : cast.any(group.seenBy());
        boolean poll = random.nextInt(12) == 0;
        Sent one = new Sent(nextId(), group, account, cast.anybody(), mine, time(), poll);
        sent.add(one);
        messages.add(scope(one) + " " + one.id());
        Map<String, Object> content = poll ? poll() : content();
        List<Account> seenBy = group == null ? List.of(account) : group.seenBy();
        for (Account seeing : seenBy) {
            if (random.nextInt(20) == 0) {
                upsert(seeing, one, object("messageContextInfo", object()), "unknown");
            }
            upsert(seeing, one, content, "conversation");
        }
    }

    private Map<String, Object> content() {
        String text = cast.any(WORDS) + " " + random.nextInt(1000);
        return switch (random.nextInt(6)) {
            case 0 ->
                object(
                        "imageMessage",
                        object("mimetype", "image/jpeg", "caption", text, "fileLength", object("low", -5, "high", 0)));
            case 1 ->
                object("ephemeralMessage", object("message", object("extendedTextMessage", object("text", text))));
            case 2 ->
                object("locationMessage", object("degreesLatitude", -23.5, "degreesLongitude", -46.6, "name", text));
            default -> object("conversation", text);
        };
    }

    private static Map<String, Object> poll() {
        return object(
                "pollCreationMessageV3",
                object(
                        "name",
                        "Quando?",
                        "options",
                        List.of(object("optionName", "sábado"), object("optionName", "domingo")),
                        "selectableOptionsCount",
                        1));
    }

    /** One thing that happens to a message. */
    private void happening(Sent target) {
        switch (random.nextInt(6)) {
            case 0 -> edit(target);
            case 1 -> revoke(target);
            case 2, 3 -> reaction(target);
            case 4 -> {
                if (target.poll()) {
                    vote(target);
                } else {
                    reaction(target);
                }
            }
            default -> receipt(target);
        }
    }

    private void edit(Sent target) {
        String text = "edited " + random.nextInt(5);
        long at = target.at() + random.nextInt(900);
        Map<String, Object> inner = object("conversation", text);
        if (random.nextInt(8) > 0) {
            event(
                    target.account(),
                    "messages.edited",
                    object(
                            "key",
                            key(
                                    target,
                                    target.group() == null ? target.account().jid() : target.chat()),
                            "type",
                            "MESSAGE_EDIT",
                            "editedMessage",
                            inner,
                            "timestampMs",
                            at + "123"));
        }
        event(
                target.account(),
                "messages.update",
                object(
                        "keyId",
                        target.id(),
                        "remoteJid",
                        target.chat(),
                        "fromMe",
                        target.mine(),
                        "status",
                        "SERVER_ACK",
                        "message",
                        object("editedMessage", object("message", inner))));
    }

    private void revoke(Sent target) {
        if (random.nextInt(3) > 0) {
            return;
        }
        event(
                target.account(),
                "messages.edited",
                object(
                        "key",
                        key(target, target.group() == null ? target.account().jid() : target.chat()),
                        "type",
                        "REVOKE"));
        Someone admin = cast.anybody();
        event(
                target.account(),
                "messages.delete",
                object(
                        "remoteJid", target.chat(),
                        "fromMe", target.mine(),
                        "id", target.id(),
                        "participant", target.group() == null ? "" : admin.lid(),
                        "status", "DELETED"));
    }

    private void reaction(Sent target) {
        Someone who = cast.anybody();
        Sent itself = new Sent(
                nextId(),
                target.group(),
                target.account(),
                target.group() == null ? target.other() : who,
                false,
                target.at() + random.nextInt(300),
                false);
        messages.add(scope(itself) + " " + itself.id());
        upsert(
                target.account(),
                itself,
                object(
                        "reactionMessage",
                        object(
                                "key", key(target, target.chat()),
                                "text", cast.any(EMOJI),
                                "senderTimestampMs", itself.at() + "000")),
                "reactionMessage");
    }

    private void vote(Sent target) {
        Someone who = target.group() == null ? target.other() : cast.anybody();
        String choice = random.nextBoolean() ? "sábado" : "domingo";
        Sent itself = new Sent(
                nextId(), target.group(), target.account(), who, false, target.at() + random.nextInt(300), false);
        messages.add(scope(itself) + " " + itself.id());
        upsert(
                target.account(),
                itself,
                object(
                        "pollUpdateMessage",
                        object(
                                "pollCreationMessageKey", key(target, target.chat()),
                                "vote",
                                        object(
                                                "selectedOptions",
                                                random.nextInt(6) == 0 ? List.of() : List.of(choice)))),
                "pollUpdateMessage");
        if (random.nextBoolean()) {
            event(
                    target.account(),
                    "messages.update",
                    object(
                            "keyId",
                            target.id(),
                            "remoteJid",
                            target.chat(),
                            "fromMe",
                            target.mine(),
                            "pollUpdates",
                            List.of(object("name", choice, "voters", List.of(who.lid())))));
        }
    }

    private void receipt(Sent target) {
        for (String status : List.of("DELIVERY_ACK", "READ")) {
            String chat = target.group() == null && random.nextBoolean()
                    ? target.other().lid()
                    : target.chat();
            event(
                    target.account(),
                    "messages.update",
                    object("keyId", target.id(), "remoteJid", chat, "fromMe", target.mine(), "status", status));
        }
    }

    private void call() {
        Account account = cast.any(cast.accounts);
        Someone from = cast.anybody();
        String id = nextId();
        long at = time();
        messages.add(account.instance() + " " + id);
        for (String status : List.of("offer", "ringing", random.nextBoolean() ? "timeout" : "terminate")) {
            event(
                    account,
                    "call",
                    object(
                            "chatId",
                            from.phone(),
                            "from",
                            from.phone(),
                            "id",
                            id,
                            "date",
                            Instant.ofEpochSecond(at).toString(),
                            "offline",
                            false,
                            "status",
                            status,
                            "isVideo",
                            at % 2 == 0,
                            "isGroup",
                            false));
            at += 10;
        }
    }

    /** A chunk of the past: some of it came live, some is new. */
    private void history() {
        Account account = cast.any(cast.accounts);
        List<Map<String, Object>> chunk = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Sent known = cast.any(sent);
            boolean sees = known.group() == null
                    ? known.account().equals(account)
                    : known.group().seenBy().contains(account);
            if (sees && random.nextBoolean()) {
                chunk.add(item(known, content(), "conversation", false));
            } else {
                Someone other = cast.anybody();
                Sent old = new Sent(
                        nextId(),
                        null,
                        account,
                        other,
                        random.nextBoolean(),
                        MORNING - random.nextInt(90 * SECONDS),
                        false);
                messages.add(scope(old) + " " + old.id());
                chunk.add(item(old, content(), "conversation", false));
            }
        }
        webhooks.add(new Webhook(
                Topics.RAW_HISTORY,
                object(
                        "isLatest",
                        false,
                        "progress",
                        40,
                        "event",
                        "messages.set",
                        "instance",
                        account.instance(),
                        "data",
                        chunk,
                        "date_time",
                        told(),
                        "sender",
                        account.jid())));
    }

    private void people() {
        Account account = cast.any(cast.accounts);
        Group group = cast.any(cast.groups);
        Someone who = cast.anybody();
        webhooks.add(new Webhook(
                Topics.RAW_GROUPS,
                envelope(
                        account,
                        "contacts.update",
                        List.of(object(
                                "remoteJid",
                                random.nextBoolean() ? who.phone() : who.lid(),
                                "pushName",
                                who.name(),
                                "profilePicUrl",
                                null)))));
        webhooks.add(new Webhook(
                Topics.RAW_GROUPS,
                envelope(
                        account,
                        "group-participants.update",
                        object(
                                "id",
                                group.jid(),
                                "author",
                                cast.anybody().lid(),
                                "participants",
                                List.of(object("id", who.lid(), "phoneNumber", who.phone(), "admin", null)),
                                "action",
                                cast.any(List.of("add", "remove", "promote", "demote"))))));
        webhooks.add(new Webhook(
                Topics.RAW_GROUPS,
                envelope(
                        account,
                        "groups.update",
                        List.of(object(
                                "id", group.jid(), "subject", "Subject " + random.nextInt(5), "author", who.lid())))));
    }

    /** Told again: with another time of the gateway, sometimes with another of the sender. */
    private void again() {
        List<Webhook> all = List.copyOf(webhooks);
        for (int i = 0; i < all.size() / 8; i++) {
            Webhook one = cast.any(all);
            webhooks.add(random.nextInt(3) == 0 ? one.sentLater(random.nextInt(600) - 300) : one.toldAt(told()));
        }
    }

    private void upsert(Account account, Sent one, Map<String, Object> content, String type) {
        String event = one.mine() && random.nextInt(3) == 0 && account.equals(one.account())
                ? "send.message"
                : "messages.upsert";
        Sent seen = new Sent(
                one.id(),
                one.group(),
                account,
                one.other(),
                one.mine() && account.equals(one.account()),
                one.at(),
                one.poll());
        event(account, event, item(seen, content, type, true));
    }

    private Map<String, Object> item(Sent one, Map<String, Object> content, String type, boolean live) {
        return object(
                "key",
                live ? liveKey(one) : key(one, one.chat()),
                "pushName",
                one.mine() ? "Atendimento" : one.other().name(),
                "status",
                "DELIVERY_ACK",
                "message",
                content,
                "messageType",
                type,
                "messageTimestamp",
                one.at(),
                "source",
                "android");
    }

    /** As a live message names its sender: by LID with or without the number, or by number with or without the LID. */
    private Map<String, Object> liveKey(Sent one) {
        Map<String, Object> key = key(one, one.chat());
        boolean alternate = random.nextInt(3) > 0;
        if (one.group() == null) {
            key.put("participant", "");
            if (alternate) {
                key.put("remoteJidAlt", one.other().lid());
            }
        } else if (one.mine()) {
            key.put("participant", one.account().jid());
        } else if (random.nextBoolean()) {
            key.put("participant", one.other().lid());
            if (alternate) {
                key.put("participantAlt", one.other().phone());
            }
        } else {
            key.put("participant", one.other().phone());
            if (alternate) {
                key.put("participantAlt", one.other().lid());
            }
        }
        return key;
    }

    private Map<String, Object> key(Sent one, String chat) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("remoteJid", chat);
        key.put("fromMe", one.mine());
        key.put("id", one.id());
        if (one.group() != null && !one.mine()) {
            key.put("participant", one.other().lid());
        }
        return key;
    }

    private void event(Account account, String event, Map<String, Object> data) {
        webhooks.add(new Webhook(Topics.RAW_MESSAGES, envelope(account, event, data)));
    }

    private Map<String, Object> envelope(Account account, String event, Object data) {
        Map<String, Object> envelope =
                object("event", event, "instance", account.instance(), "data", data, "date_time", told());
        if (random.nextInt(20) > 0) {
            envelope.put("sender", account.jid());
        }
        return envelope;
    }

    private static String scope(Sent one) {
        return one.group() == null ? one.account().instance() : one.group().jid();
    }

    private String nextId() {
        return "3EB0%016X".formatted(ids++);
    }

    private long time() {
        return MORNING + random.nextInt(SECONDS);
    }

    private String told() {
        return Instant.ofEpochMilli((MORNING + SECONDS) * 1000 + random.nextInt(10_000_000))
                .toString();
    }
}

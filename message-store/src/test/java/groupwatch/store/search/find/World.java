package groupwatch.store.search.find;

import groupwatch.store.testing.Webhooks;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random messages of people who write in several languages, as webhooks. */
final class World {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Somebody; the last one is known by the LID alone. */
    record Someone(String phone, String lid, String name) {}

    static final List<Someone> PEOPLE = List.of(
            new Someone("5511988880001@s.whatsapp.net", "177770000000001@lid", "Ana Souza"),
            new Someone("5511988880002@s.whatsapp.net", "177770000000002@lid", "Ana Lima"),
            new Someone("5511988880003@s.whatsapp.net", "177770000000003@lid", "Zoë"),
            new Someone("5511988880004@s.whatsapp.net", "177770000000004@lid", "محمد"),
            new Someone("", "177770000000005@lid", "Bruno 🌻"));

    static final List<String> ACCOUNTS = List.of("loja-norte", "loja-sul");
    static final List<String> ACCOUNT_JIDS = List.of("5511999990000@s.whatsapp.net", "5511999990009@s.whatsapp.net");

    static final List<String> GROUPS =
            List.of("120363000000009101@g.us", "120363000000009102@g.us", "120363000000009103@g.us");
    static final List<String> GROUP_NAMES = List.of("Loja Norte", "Loja Sul – equipe", "Família");

    static final List<String> WORDS = List.of(
            "não",
            "NÃO",
            "reunião",
            "amanhã",
            "preço",
            "café",
            "Cafe",
            "pão",
            "meeting",
            "Meeting",
            "price",
            "coffee",
            "don't",
            "Straße",
            "STRASSE",
            "Grüße",
            "mañana",
            "año",
            "ano",
            "مرحبا",
            "مَرْحَبًا",
            "اجتماع",
            "غدا",
            "שלום",
            "שָׁלוֹם",
            "פגישה",
            "👍",
            "👍🏽",
            "👨‍👩‍👧‍👦",
            "❤️",
            "❤",
            "🇧🇷",
            "final.pdf",
            "relatorio_final",
            "1.500,00",
            "15h30",
            "https://example.com/pizza",
            "pizza");

    private static final List<String> GLUE = List.of(" ", "  ", ", ", "-", "! ", "\\n", " – ", "/");

    private final Random random;
    private final List<String> webhooks = new ArrayList<>();

    private record Sent(
            String account, int accountIndex, String chat, String id, Someone by, boolean mine, Instant at) {}

    private World(long seed) {
        random = new Random(seed);
    }

    /** In no order. */
    static List<String> of(long seed, int messages) {
        World world = new World(seed);
        for (int i = 0; i < GROUPS.size(); i++) {
            world.webhooks.add(Webhooks.groups(GROUPS.get(i), GROUP_NAMES.get(i), "2026-11-01T00:00:00.000Z", ""));
        }
        PEOPLE.forEach(world::introduce);
        for (int i = 0; i < messages; i++) {
            world.message(i);
        }
        Collections.shuffle(world.webhooks, world.random);
        return world.webhooks;
    }

    /** Everybody says something in every group, under both identities. */
    private void introduce(Someone someone) {
        for (String group : GROUPS) {
            upsert(sent("INTRO" + webhooks.size(), group, someone, false), "\"conversation\":\"bom dia\"", true);
        }
    }

    private Sent sent(String id, String chat, Someone by, boolean mine) {
        int account = random.nextInt(2);
        return new Sent(ACCOUNTS.get(account), account, chat, id, by, mine, time());
    }

    private Instant time() {
        return switch (random.nextInt(10)) {
            case 0 -> Instant.parse("2005-01-01T00:00:00Z").plusSeconds(random.nextInt(100));
            case 1 -> Instant.parse("2016-05-31T23:59:50Z").plusSeconds(random.nextInt(20));
            case 2 -> NOW.plus(random.nextInt(900), ChronoUnit.DAYS);
            // few seconds, so that many share one
            case 3, 4 -> NOW.minus(1, ChronoUnit.DAYS).plusSeconds(random.nextInt(3));
            default -> NOW.minus(random.nextInt(24 * 720), ChronoUnit.HOURS);
        };
    }

    private void message(int number) {
        Someone by = any(PEOPLE);
        boolean direct = random.nextInt(5) == 0;
        String chat = direct ? (by.phone().isEmpty() ? by.lid() : by.phone()) : any(GROUPS);
        Sent sent = sent("M%04d".formatted(number), chat, by, random.nextInt(6) == 0);
        upsert(sent, content(), random.nextBoolean());
        if (!direct && random.nextInt(4) == 0) {
            int other = 1 - sent.accountIndex();
            upsert(
                    new Sent(ACCOUNTS.get(other), other, chat, sent.id(), by, sent.mine(), sent.at()),
                    "\"conversation\":\"" + text() + "\"",
                    true);
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> edit(sent);
            case 2 -> revoke(sent);
            case 3 -> reaction(sent, number);
            default -> {
                // nothing more happens to it
            }
        }
    }

    private String content() {
        return switch (random.nextInt(8)) {
            case 0 -> "\"imageMessage\":{\"mimetype\":\"image/jpeg\",\"caption\":\"" + text() + "\"}";
            case 1 ->
                "\"documentMessage\":{\"mimetype\":\"application/pdf\",\"fileName\":\"" + text().replace("\\n", " ")
                        + ".pdf\"}";
            case 2 ->
                "\"pollCreationMessageV3\":{\"name\":\"" + text() + "\",\"options\":[{\"optionName\":\"" + text()
                        + "\"},{\"optionName\":\"domingo " + text() + "\"}],\"selectableOptionsCount\":1}";
            case 3 ->
                "\"extendedTextMessage\":{\"text\":\"" + text()
                        + "\",\"contextInfo\":{\"stanzaId\":\"X1\",\"participant\":\""
                        + PEOPLE.getFirst().phone()
                        + "\",\"quotedMessage\":{\"conversation\":\"quoted\"}}}";
            default -> "\"conversation\":\"" + text() + "\"";
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            text.append(i == 0 ? "" : any(GLUE)).append(written(any(WORDS)));
        }
        return text.toString();
    }

    /** In one of the ways in which the same looks the same. */
    private String written(String word) {
        return switch (random.nextInt(4)) {
            case 0 -> Normalizer.normalize(word, Normalizer.Form.NFD);
            case 1 -> word.startsWith("http") ? word : word.toUpperCase(Locale.ROOT);
            default -> word;
        };
    }

    private void upsert(Sent sent, String content, boolean both) {
        webhooks.add("""
                {"event":"messages.upsert","instance":"%s","data":{"key":%s,"pushName":"%s","message":{%s},\
                "messageType":"conversation","messageTimestamp":%d},"date_time":"2026-11-20T20:28:57.555Z","sender":"%s"}""".formatted(
                        sent.account(),
                        key(sent, both),
                        sent.mine() ? "" : sent.by().name(),
                        content,
                        sent.at().getEpochSecond(),
                        ACCOUNT_JIDS.get(sent.accountIndex())));
    }

    private void edit(Sent sent) {
        webhooks.add("""
                {"event":"messages.edited","instance":"%s","data":{"key":%s,"type":"MESSAGE_EDIT",\
                "editedMessage":{"conversation":"%s"},"timestampMs":"%d"},"date_time":"2026-11-20T20:28:57.555Z","sender":"%s"}""".formatted(
                        sent.account(),
                        key(sent, true),
                        text(),
                        sent.at().plusSeconds(random.nextInt(500)).toEpochMilli(),
                        ACCOUNT_JIDS.get(sent.accountIndex())));
    }

    private void revoke(Sent sent) {
        webhooks.add("""
                {"event":"messages.delete","instance":"%s","data":{"remoteJid":"%s","fromMe":%s,"id":"%s",\
                "participant":"%s","status":"DELETED"},"date_time":"2026-11-20T20:28:57.555Z","sender":"%s"}""".formatted(
                        sent.account(),
                        sent.chat(),
                        sent.mine(),
                        sent.id(),
                        sent.mine() ? "" : sent.by().lid(),
                        ACCOUNT_JIDS.get(sent.accountIndex())));
    }

    /** Some are taken back. */
    private void reaction(Sent sent, int number) {
        for (int i = 0; i <= random.nextInt(2); i++) {
            Someone anybody = any(PEOPLE);
            // in a direct chat only the other side can: a third one's name would be taken for its own
            Someone who = sent.chat().endsWith("@g.us") ? anybody : sent.by();
            Sent itself = new Sent(
                    sent.account(),
                    sent.accountIndex(),
                    sent.chat(),
                    "R%04d%d".formatted(number, i),
                    who,
                    false,
                    sent.at().plusSeconds(i));
            upsert(
                    itself,
                    "\"reactionMessage\":{\"key\":%s,\"text\":\"%s\",\"senderTimestampMs\":%d}"
                            .formatted(
                                    key(sent, true),
                                    any(List.of("👍", "❤️", "")),
                                    itself.at().toEpochMilli()),
                    random.nextBoolean());
        }
    }

    private String key(Sent sent, boolean both) {
        boolean group = sent.chat().endsWith("@g.us");
        String phone = sent.by().phone();
        String participant = !group || sent.mine()
                ? ""
                : phone.isEmpty()
                        ? ",\"participant\":\"%s\"".formatted(sent.by().lid())
                        : both
                                ? ",\"participant\":\"%s\",\"participantAlt\":\"%s\""
                                        .formatted(sent.by().lid(), phone)
                                : ",\"participant\":\"%s\""
                                        .formatted(
                                                random.nextBoolean()
                                                        ? phone
                                                        : sent.by().lid());
        return "{\"remoteJid\":\"%s\",\"fromMe\":%s,\"id\":\"%s\"%s}"
                .formatted(sent.chat(), sent.mine(), sent.id(), participant);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

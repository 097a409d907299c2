package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WebhookLiftTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "claims/2026-11-24/0b7f6b62-9a52-4d5e-8f43-4a35b0c1f6aa";
    private static final String BREAKING = "\"{}[]:,\\ x7\n\u00e9'";
    private static final int LIMIT = 1 << 20;
    private static final String WEBHOOK =
            "{\"data\":{\"message\":{\"base64\":%s,\"imageMessage\":{}},\"key\":{\"remoteJid\":\"1@g.us\"}},\"apikey\":\"s3cret\","
                    + "\"instance\":\"i\",\"event\":\"messages.upsert\"}";

    private record Lifted(byte[] file, byte[] rest, WebhookLift lift) {

        String text() {
            return new String(rest, StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 100, 766, 767, 768, 769, 1024, 100_000, 1_000_001})
    void takesTheFileOutWhereverTheBodyIsCut(int size) {
        byte[] file = bytes(size);
        byte[] body = webhook('"' + Base64.getEncoder().encodeToString(file) + '"');

        for (int cut : new int[] {body.length, 1024, 1021}) {
            Lifted lifted = lift(body, new Random(7), cut, LIMIT);
            assertThat(lifted.file()).isEqualTo(file);
            assertThat(lifted.lift().fileSize()).isEqualTo(size);
            assertThat(lifted.text())
                    .isEqualTo(WEBHOOK.formatted("\"claim:" + KEY + '"').replace("s3cret", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "data:image/png;base64,%s",
                "data:,%s",
                "\\n%s",
                "%s\\r\\n",
                "%s=",
                "%s \\u003d",
                "\\u0020%s"
            })
    void readsBase64HoweverItIsWritten(String form) {
        for (int size : new int[] {5, 3_000, 60_001}) {
            byte[] file = bytes(size);
            for (String text : new String[] {
                Base64.getEncoder().encodeToString(file),
                Base64.getEncoder().withoutPadding().encodeToString(file),
                Base64.getUrlEncoder().encodeToString(file),
                Base64.getEncoder().encodeToString(file).replace("/", "\\/"),
                Base64.getEncoder().encodeToString(file).replace("+", "\\u002B").replace("=", "\\u003d"),
                Base64.getMimeEncoder().encodeToString(file).replace("\r\n", "\\n")
            }) {
                if (form.endsWith("=") || form.endsWith("d")) {
                    text = text.replaceAll("=|\\\\u003d", "");
                }
                byte[] body = webhook('"' + form.formatted(text) + '"');
                assertThat(lift(body, new Random(3), 977, LIMIT).file()).isEqualTo(file);
                assertThat(lift(body, new Random(3), body.length, LIMIT).file()).isEqualTo(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"https://x.example/a.jpg\"",
                "\"AAA*AAAA\"",
                "\"A\"",
                "{\"base64\":\"AAAA\"}",
                "[\"AAAA\"]",
                "5",
                "\"AA==AA\"",
                "\"data:image/png\"",
                "\"\\ud83d\\ude00\""
            })
    void leavesWhatIsNoFile(String value) {
        Lifted lifted = lift(webhook(value), new Random(1), 10, LIMIT);

        assertThat(lifted.file()).isEmpty();
        assertThat(lifted.lift().hasLifted()).isFalse();
        assertThat(lifted.text()).isEqualTo(WEBHOOK.formatted(value).replace("s3cret", ""));
    }

    @Test
    void leavesALongTextThatIsNoFile() {
        for (String text : new String[] {"nö".repeat(5_000), " ".repeat(100_000), "data:" + "x".repeat(5000)}) {
            Lifted lifted = lift(webhook('"' + text + '"'), new Random(1), 100, LIMIT);

            assertThat(lifted.lift().hasLifted()).isFalse();
            assertThat(lifted.text())
                    .isEqualTo(WEBHOOK.formatted('"' + text + '"').replace("s3cret", ""));
        }
    }

    @Test
    void keepsWhatCouldBeReadOfAFileThatBreaksOff() {
        byte[] file = bytes(30_000);
        byte[] body = webhook('"' + Base64.getEncoder().encodeToString(file) + "*and more\"");

        Lifted lifted = lift(body, new Random(1), 1000, LIMIT);

        assertThat(lifted.file()).isEqualTo(file);
        assertThat(lifted.text())
                .isEqualTo(WEBHOOK.formatted("\"claim:" + KEY + '"').replace("s3cret", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"claim:claims/2026-11-24/x\"", "\"\\u0063laim:claims\\/2026-11-24/x\""})
    void letsNobodyElseClaim(String value) {
        Lifted lifted = lift(webhook(value), new Random(1), 100, LIMIT);

        assertThat(lifted.text()).isEqualTo(WEBHOOK.formatted("\"\"").replace("s3cret", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"base64\":\"AAAA\"}}",
                "{\"message\":{\"base64\":\"AAAA\"}}",
                "{\"data\":{\"x\":{\"message\":{\"base64\":\"AAAA\"}}}}",
                "{\"data\":{\"message\":{\"x\":{\"base64\":\"AAAA\"}}}}",
                "{\"data\":{\"message\":{\"x\":\"base64\",\"y\":\"AAAA\"}}}",
                "{\"data\":{\"message\":{}},\"base64\":\"AAAA\"}",
                "{\"data\":[[{\"message\":{\"base64\":\"AAAA\"}}]]}",
                "{\"data\":[],\"x\":[{\"message\":{\"base64\":\"AAAA\"}}]}",
                "{\"data\":{\"qrcode\":{\"base64\":\"AAAA\"}}}",
                "[{\"data\":1},{\"message\":{\"base64\":\"AAAA\"}}]"
            })
    void takesNothingFromElsewhere(String body) {
        assertThat(lift(body.getBytes(StandardCharsets.UTF_8), new Random(1), 9, LIMIT)
                        .text())
                .isEqualTo(body);
    }

    @Test
    void takesAFileOfAnArrayToo() {
        Lifted lifted = lift(
                "{\"data\":[{\"a\":[1]},{\"message\":{\"base64\":\"AAAA\"}}],\"z\":1}".getBytes(StandardCharsets.UTF_8),
                new Random(1),
                9,
                LIMIT);

        assertThat(lifted.file()).isEqualTo(new byte[3]);
    }

    @Test
    void findsTheSameRouteAndKeepsTheSameBytesAsTheScanOfTheWhole() {
        Random random = new Random(20261124);
        int files = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] body = JSON.writeValueAsBytes(webhook(random));
            if (random.nextInt(10) == 0) {
                breakSomewhere(body, random);
            }
            if (random.nextInt(50) == 0) {
                body = Arrays.copyOf(body, random.nextInt(body.length));
            }
            WebhookScanResult whole = WebhookScan.of(body.clone(), null);
            Lifted lifted = lift(body, random, 1 + random.nextInt(3000), LIMIT);
            WebhookScanResult rest = WebhookScan.of(lifted.rest(), null);

            String text = new String(whole.body(), StandardCharsets.UTF_8);
            if (lifted.lift().hasLifted()) {
                files++;
            }
            if (whole instanceof WebhookScanResult.Webhook one && rest instanceof WebhookScanResult.Webhook other) {
                assertThat(other.route()).as(text).isEqualTo(one.route());
                assertThat(other.isDirectChat()).isEqualTo(one.isDirectChat());
                assertThat(without(JSON.readTree(other.body()))).isEqualTo(without(JSON.readTree(one.body())));
                if (!lifted.lift().hasLifted()) {
                    assertThat(other.body()).isEqualTo(one.body());
                }
            } else if (!lifted.lift().hasLifted()) {
                assertThat(rest.getClass()).as(text).isEqualTo(whole.getClass());
            }
            if (!text.contains("s3cret")) {
                assertThat(new String(rest.body(), StandardCharsets.UTF_8)).doesNotContain("s3cret");
            }
        }
        assertThat(files).isGreaterThan(5_000);
    }

    @Test
    void aBodyTooLargeToBeHeldIsGivenOutWithoutKeysAndScannedAsAStream() {
        Random random = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            byte[] body = JSON.writeValueAsBytes(webhook(random));
            WebhookScanResult whole = WebhookScan.of(body.clone(), null);

            Lifted lifted = lift(body, random, 500, 20);

            assertThat(lifted.lift().isRestGiven()).isTrue();
            assertThat(lifted.lift().heldSize()).isZero();
            assertThat(lifted.text()).doesNotContain("s3cret");
            WebhookScanResult streamed = WebhookScan.of(new ByteArrayInputStream(lifted.rest()));
            if (whole instanceof WebhookScanResult.Webhook webhook) {
                assertThat(streamed).isInstanceOfSatisfying(WebhookScanResult.Webhook.class, other -> {
                    assertThat(other.route()).isEqualTo(webhook.route());
                    assertThat(other.event()).isEqualTo(webhook.event());
                });
            } else {
                assertThat(streamed).isInstanceOf(WebhookScanResult.NotWebhook.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apikey:\"s3cret\"}",
                "{'apikey':'s3cret'}",
                "{\"apikey\"=\"s3cret\"}",
                "{\"apikey\" \"s3cret\"}",
                "apikey=s3cret",
                "{\"a\":\"b\"\"apikey\":\"s3cret\"}",
                "{\"a\":1}{\"apikey\":\"s3cret\"}"
            })
    void saysOfWhatIsNoJsonThatKeysMayBeInIt(String body) {
        assertThat(lift(body.getBytes(StandardCharsets.UTF_8), new Random(1), 5, LIMIT)
                        .lift()
                        .isUnknown())
                .isTrue();
    }

    @Test
    void knowsWhereAFileMayBe() {
        assertThat(WebhookLift.mayHaveFile(webhook("\"AAAA\""))).isTrue();
        assertThat(WebhookLift.mayHaveFile("{\"base\":\"base64\"".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(WebhookLift.mayHaveFile("{\"base\":\"base\",\"base64".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    /** Not in a key, which is gone before anybody could see that it is broken. */
    private static void breakSomewhere(byte[] body, Random random) {
        int at = random.nextInt(body.length);
        int from = Math.max(0, at - 7);
        String around = new String(body, from, Math.min(body.length, at + 7) - from, StandardCharsets.ISO_8859_1);
        if (!around.contains("s3cret")) {
            body[at] = (byte) BREAKING.charAt(random.nextInt(BREAKING.length()));
        }
    }

    /** A webhook as it might come, members in any order. */
    private static JsonNode webhook(Random random) {
        ObjectNode message = JSON.createObjectNode();
        if (random.nextInt(4) > 0) {
            message.put("base64", base64(random));
        }
        message.putObject("imageMessage").put("caption", "a\"b\\c/é😀\n").put("apiKey", "s3cret");
        ObjectNode data = JSON.createObjectNode();
        data.set("message", message);
        data.putObject("key")
                .put("remoteJid", random.nextBoolean() ? "1@g.us" : "5511@s.whatsapp.net")
                .put("id", "A")
                .put("fromMe", random.nextBoolean());
        data.put("n", random.nextGaussian()).putNull("nothing").put("t", true);
        data.putArray("list").add(1).add("base64").add(JSON.createObjectNode().put("api_key", "s3cret"));
        ObjectNode webhook = JSON.createObjectNode();
        webhook.set(
                "data",
                random.nextInt(5) == 0 ? JSON.createArrayNode().add(shuffled(data, random)) : shuffled(data, random));
        webhook.put("event", random.nextBoolean() ? "messages.upsert" : "SEND_MESSAGE");
        if (random.nextInt(10) > 0) {
            webhook.put("instance", "loja");
        }
        webhook.put("apikey", "s3cret");
        return shuffled(webhook, random);
    }

    private static String base64(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "no file / at all";
            case 1 -> "";
            case 2 -> Base64.getMimeEncoder().encodeToString(bytes(random.nextInt(5000)));
            default -> Base64.getEncoder().encodeToString(bytes(random.nextInt(5000)));
        };
    }

    private static ObjectNode shuffled(ObjectNode node, Random random) {
        List<String> names = new ArrayList<>(node.propertyNames());
        Collections.shuffle(names, random);
        ObjectNode shuffled = JSON.createObjectNode();
        names.forEach(name -> shuffled.set(name, node.get(name)));
        return shuffled;
    }

    private static JsonNode without(JsonNode webhook) {
        JsonNode data = webhook.path("data");
        JsonNode message = (data.isArray() ? data.path(0) : data).path("message");
        if (message instanceof ObjectNode object) {
            object.remove("base64");
        }
        return webhook;
    }

    private static Lifted lift(byte[] body, Random random, int longest, int limit) {
        WebhookLift lift = new WebhookLift(KEY, limit);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int end = Math.min(body.length, at + (longest >= body.length ? body.length : 1 + random.nextInt(longest)));
            write(lift.take(Arrays.copyOfRange(body, at, end)), file, rest);
            at = end;
        }
        write(lift.end(), file, rest);
        rest.writeBytes(lift.held());
        return new Lifted(file.toByteArray(), rest.toByteArray(), lift);
    }

    private static void write(WebhookLift.Given given, ByteArrayOutputStream file, ByteArrayOutputStream rest) {
        file.writeBytes(given.file());
        rest.writeBytes(given.rest());
    }

    private static byte[] webhook(String base64) {
        return WEBHOOK.replace("%s", base64).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}

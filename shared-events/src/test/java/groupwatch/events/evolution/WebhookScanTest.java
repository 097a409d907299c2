package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.Topics;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway understands of a body, and how little it takes to get it wrong. */
class WebhookScanTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            messages.upsert            | {"key":{"remoteJid":"1@g.us","id":"A"}}              | raw.messages | 1@g.us
            MESSAGES_UPSERT            | {"key":{"remoteJid":"1@g.us","id":"A"}}              | raw.messages | 1@g.us
            messages.upsert            | [{"key":{"remoteJid":"1@g.us"}},{"key":{"remoteJid":"1@g.us"}}] | raw.messages | 1@g.us
            messages.upsert            | [{"key":{"remoteJid":"1@g.us"}},{"key":{"remoteJid":"2@g.us"}}] | raw.history  | loja
            messages.update            | {"keyId":"A","remoteJid":"5@s.whatsapp.net"}         | raw.messages | 5@s.whatsapp.net
            messages.delete            | {"id":"cmw1","key":{"remoteJid":"5@s.whatsapp.net"}} | raw.messages | 5@s.whatsapp.net
            messages.edited            | {"type":"EPHEMERAL_SETTING"}                         | raw.messages | loja
            messages.set               | [{"key":{"remoteJid":"1@g.us"}}]                     | raw.history  | loja
            messaging-history.set      | {"messageCount":3}                                   | raw.history  | loja
            send.message.update        | {"key":{"remoteJid":"5@s.whatsapp.net"}}             | raw.messages | 5@s.whatsapp.net
            call                       | {"from":"5@s.whatsapp.net","chatId":"5@s.whatsapp.net","groupJid":"1@g.us"} | raw.messages | 1@g.us
            groups.upsert              | [{"id":"1@g.us"},{"id":"2@g.us"}]                    | raw.groups   | loja
            group-participants.update  | {"id":"1@g.us","author":"9@lid"}                     | raw.groups   | 1@g.us
            contacts.update            | {"remoteJid":"5@s.whatsapp.net"}                     | raw.groups   | 5@s.whatsapp.net
            chats.delete               | ["5@s.whatsapp.net"]                                 | raw.groups   | loja
            connection.update          | {"state":"open","wuid":"5@s.whatsapp.net"}           | raw.links    | loja
            logout.instance            | null                                                 | raw.links    | loja
            instance.create            | {"instanceName":"x"}                                 | raw.links    | loja
            qrcode.updated             | {"qrcode":{"code":"x"}}                              | raw.links    | loja
            presence.update            | {"id":"5@s.whatsapp.net"}                            | raw.other    | loja
            labels.edit                | {"id":"3"}                                           | raw.other    | loja
            never.heard.of             | "text"                                               | raw.other    | loja
            """)
    void routesByKindAndKeysByWhoseOrderMatters(String event, String data, String topic, String key) {
        WebhookScanResult.Webhook webhook =
                webhook("{\"data\":" + data + ",\"event\":\"" + event + "\",\"instance\":\"loja\"}");

        assertThat(webhook.route()).isEqualTo(new WebhookScanRoute("groupwatch." + topic, key));
    }

    @Test
    void blanksEveryKeyAtAnyDepthAndNothingElse() {
        String body = """
                {"apikey":"s3cr\\"et","event":"x","instance":"i","data":{"api_key":"s3cret", "list":[{"apiKey" : "s3cret"}],
                "ap\\u0069key":"s3cret","text":"apikey: fine","apikeys":"kept","apikey":null},"APIKEY":"s3cret"}""";

        JsonNode kept = JSON.readTree(webhook(body).body());

        assertThat(kept.toString())
                .isEqualTo(
                        "{\"apikey\":\"\",\"event\":\"x\",\"instance\":\"i\",\"data\":{\"api_key\":\"\",\"list\":[{\"apiKey\":\"\"}],"
                                + "\"apikey\":null,\"text\":\"apikey: fine\",\"apikeys\":\"kept\"},\"APIKEY\":\"\"}");
        assertThat(webhook(body).body()).asString().doesNotContain("s3cr");
    }

    @Test
    void keepsTheBytesWhenThereIsNothingToBlank() {
        byte[] body = "{ \"event\" :\"x\",\n\"instance\":\"i\", \"n\":1.50, \"s\":\"\\u00e9é😀\" }"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookScan.of(body, null).body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                     | NOT_JSON    | The body is empty.
            hello                                  | NOT_JSON    | The body is not JSON
            {"event":"x"                           | NOT_JSON    | The JSON ends at byte 12, before it is complete.
            {"event":"x","instance":"i"} more      | NOT_JSON    | The body is not JSON: see byte 29
            {"event":"x","instance":"i"}{}         | NOT_JSON    | The body is not JSON: see byte 28
            {"event":"x",}                         | NOT_JSON    | The body is not JSON
            []                                     | NOT_OBJECT  | The JSON is no object.
            "event"                                | NOT_OBJECT  | The JSON is no object.
            {}                                     | NO_EVENT    | There is no "event".
            {"event":5,"instance":"i"}             | NO_EVENT    | "event" is no string.
            {"event":{"a":1},"instance":"i"}       | NO_EVENT    | "event" is no string.
            {"event":null,"instance":"i"}          | NO_EVENT    | "event" is no string.
            {"event":"  ","instance":"i"}          | NO_EVENT    | There is no "event".
            {"data":{"event":"x","instance":"i"}}  | NO_EVENT    | There is no "event".
            {"event":"x","instance":5}             | NO_INSTANCE | There is no "instance".
            {"event":"x"}                          | NO_INSTANCE | There is no "instance".
            """)
    void saysWhatIsWrong(String body, WebhookScanResult.Reason reason, String sentence) {
        WebhookScanResult.NotWebhook nothing = notWebhook(body.getBytes(StandardCharsets.UTF_8));

        assertThat(nothing.reason()).isEqualTo(reason);
        assertThat(nothing.detail()).startsWith(sentence);
        assertThat(nothing.body()).asString().isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apikey\":\"s3cret\",\"event\":",
                "{\"data\":1 \"apikey\" : \"s3cret",
                "apikey=s3cret&event=x",
                "api-key: s3cret",
                "[{\"ap\\u0069key\":\"s3cret\"}]x",
                "{'apiKey':'s3\\'cret'}"
            })
    void blanksKeysInWhatIsNoWebhookToo(String body) {
        assertThat(notWebhook(body.getBytes(StandardCharsets.UTF_8)).body())
                .asString()
                .doesNotContain("cret")
                .hasSizeGreaterThan(body.length() - 12);
    }

    @Test
    void takesTheEventOfThePathOnlyWhenTheBodyNamesNone() {
        assertThat(webhook("{\"instance\":\"i\"}", "messages-upsert").body())
                .asString()
                .isEqualTo("{\"instance\":\"i\",\"event\":\"messages.upsert\"}");
        assertThat(webhook("{\"instance\":\"i\"}", "group-participants-update").event())
                .isEqualTo("group-participants.update");
        assertThat(webhook("{\"instance\":\"i\"}", "TYPEBOT_CHANGE_STATUS").event())
                .isEqualTo("typebot.change-status");
        assertThat(webhook("{\"instance\":\"i\",\"event\":\"call\"}", "messages-upsert")
                        .event())
                .isEqualTo("call");
        assertThat(webhook("{\"instance\":\"i\",\"event\":\"\"}", "x\",\"instance\":\"evil")
                        .event())
                .isEqualTo("xinstanceevil");
        assertThat(notWebhook("{}".getBytes(StandardCharsets.UTF_8), "error").reason())
                .isEqualTo(WebhookScanResult.Reason.NO_EVENT);
    }

    @Test
    void takesEvolutionsOwnErrorReportWithoutInstance() {
        WebhookScanResult.Webhook error = webhook("{\"event\":\"error\",\"api_key\":\"global\",\"data\":{}}");

        assertThat(error.route()).isEqualTo(new WebhookScanRoute(Topics.RAW_OTHER, null));
        assertThat(error.body()).asString().isEqualTo("{\"event\":\"error\",\"api_key\":\"\",\"data\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsOtherEncodingsOfUnicode(String charset) {
        String text = "{\"event\":\"x\",\"instance\":\"i\",\"text\":\"Olá 😀\"}";

        assertThat(new String(
                        WebhookScan.of(text.getBytes(Charset.forName(charset)), null)
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(webhook("\uFEFF" + text).body()).asString().isEqualTo(text);
    }

    @Test
    void keepsAMessageWithBytesThatAreNoUtf8() {
        byte[] latin1 = "{\"event\":\"x\",\"instance\":\"i\",\"text\":\"Olá\",\"apikey\":\"k\"}"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new String(WebhookScan.of(latin1, null).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"event\":\"x\",\"instance\":\"i\",\"text\":\"Ol\uFFFD\",\"apikey\":\"\"}");
    }

    @Test
    void isNotHurtByNestingNorByHugeStringsNorByManyNames() {
        String deep = "{\"event\":\"x\",\"instance\":\"i\",\"data\":" + "[".repeat(1_000_000);
        assertThat(notWebhook(deep.getBytes(StandardCharsets.UTF_8)).detail()).contains("nested too deeply");

        String huge = "{\"event\":\"x\",\"instance\":\"i\",\"data\":{\"text\":\"" + "é".repeat(7_000_000)
                + "\"},\"apikey\":\"k\"}";
        assertThat(webhook(huge).body()).hasSize(huge.getBytes(StandardCharsets.UTF_8).length - 1);

        StringBuilder names = new StringBuilder("{\"event\":\"x\",\"instance\":\"i\",\"data\":{");
        for (int i = 0; i < 500_000; i++) {
            names.append('"').append(i).append("\":255,");
        }
        assertThat(webhook(names + "\"last\":0}}").event()).isEqualTo("x");

        String longName = "{\"event\":\"x\",\"instance\":\"" + "i".repeat(10_000) + "\"}";
        assertThat(notWebhook(longName.getBytes(StandardCharsets.UTF_8)).detail())
                .contains("longer than 255");
    }

    @Test
    void neverThrowsAndNeverLetsAKeyThroughWhateverIsBroken() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole =
                ("{\"isLatest\":true,\"event\":\"messages.upsert\",\"instance\":\"loja\",\"data\":{\"key\":{\"remoteJid\":\"1@g.us\"},"
                                + "\"message\":{\"conversation\":\"é 😀 \\u00e9 \\\"x\\\"\"}},\"apikey\":\"s3cret\",\"n\":[1,2.5e3,null,true]}")
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = whole.clone();
            int at = random.nextInt(broken.length);
            // the name of the key itself stays whole: without it nobody could know
            if (round % 2 == 0) {
                broken = java.util.Arrays.copyOf(broken, at);
            } else if (at < new String(whole, StandardCharsets.UTF_8).indexOf("apikey")) {
                broken[at] = (byte) random.nextInt(256);
            }

            assertThat(WebhookScan.of(broken, null).body())
                    .as("seed %d round %d", seed, round)
                    .asString()
                    .doesNotContain("s3cret");
        }
    }

    private static WebhookScanResult.Webhook webhook(String body) {
        return webhook(body, null);
    }

    private static WebhookScanResult.Webhook webhook(String body, String eventInPath) {
        WebhookScanResult result = WebhookScan.of(body.getBytes(StandardCharsets.UTF_8), eventInPath);
        assertThat(result).isInstanceOf(WebhookScanResult.Webhook.class);
        JSON.readTree(result.body());
        return (WebhookScanResult.Webhook) result;
    }

    private static WebhookScanResult.NotWebhook notWebhook(byte[] body) {
        return notWebhook(body, null);
    }

    private static WebhookScanResult.NotWebhook notWebhook(byte[] body, String eventInPath) {
        WebhookScanResult result = WebhookScan.of(body, eventInPath);
        assertThat(result).isInstanceOf(WebhookScanResult.NotWebhook.class);
        return (WebhookScanResult.NotWebhook) result;
    }
}

package groupwatch.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Webhook bodies as Evolution API sends them, one group message each. The n-th body of a run is always the same, and its message id tells
 * the run and n, so that what was kept can be compared with what was sent.
 *
 * @param run a name of letters and digits
 * @param groups how many groups write
 * @param firstGroup number of the first of them
 * @param firstSecond when the first message was sent; each is a second younger
 */
public record Webhooks(String run, int groups, long firstGroup, long firstSecond) {

    private static final String[] WORDS =
            ("bom dia pessoal alguém sabe quando chega o pedido obrigado combinado amanhã reunião "
                            + "às horas preço orçamento cliente entrega pagamento comprovante grazie domani perfetto 👍 😂 R$ 49,90")
                    .split(" ");
    private static final long FIRST_SECOND = 1_760_000_000L;

    public Webhooks(String run, int groups) {
        this(run, groups, 0, FIRST_SECOND);
    }

    /** The message id of the n-th body. */
    public String id(long n) {
        return "%s%010d".formatted(run, n);
    }

    /** The group the n-th body belongs to; early groups write more, as in life. */
    public String chat(long n) {
        var random = mix(n);
        var group = (int) Math.floorMod(random, (long) groups) * (int) Math.floorMod(random >>> 17, 3L) / 2;
        return "1203630000%08d@g.us".formatted(firstGroup + group);
    }

    public byte[] body(long n) {
        var random = mix(n ^ 0x5DEECE66DL);
        var person = (int) Math.floorMod(random >>> 9, 300L);
        return """
                {"event":"messages.upsert","instance":"bench","data":{"key":{"remoteJid":"%s","fromMe":false,"id":"%s",\
                "participant":"2%014d@lid","participantAlt":"55119%08d@s.whatsapp.net","addressingMode":"lid"},"pushName":"Pessoa %d",\
                "status":"DELIVERY_ACK","message":{"conversation":"%s"},"messageType":"conversation","messageTimestamp":%d,\
                "instanceId":"0b8e6b6c-6d5f-4c9c-8d57-1c1f0f3d4a11","source":"android"},"destination":"http://127.0.0.1/webhook",\
                "date_time":"2026-11-20T20:28:59.652Z","sender":"5511999990000@s.whatsapp.net",\
                "server_url":"http://127.0.0.1:8080","apikey":"BENCH-KEY"}""".formatted(
                        chat(n),
                        id(n),
                        70_000_000_000L + person,
                        90_000_000 + person,
                        person,
                        text(random),
                        firstSecond + n)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The n-th body, made as long as it is to be by what Evolution sends beside a text and nobody reads: keys of devices, byte by byte.
     *
     * @param bytes some more than {@link #body(long)} has
     */
    public byte[] body(long n, int bytes) {
        var plain = new String(body(n), StandardCharsets.UTF_8);
        var at = plain.indexOf("},\"messageType\"");
        var head =
                plain.substring(0, at) + ",\"messageContextInfo\":{\"deviceListMetadataVersion\":2,\"messageSecret\":{";
        var tail = "},\"padding\":\"";
        var end = "\"}" + plain.substring(at);
        var room = bytes - (head + tail + end).getBytes(StandardCharsets.UTF_8).length;
        var secret = new StringBuilder();
        for (var i = 0; secret.length() < room - 16; i++) {
            secret.append(i == 0 ? "" : ",").append("\"%d\":%d".formatted(i, Math.floorMod(mix(n + i), 256L)));
        }
        return (head + secret + tail + "x".repeat(Math.max(0, room - secret.length())) + end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(long random) {
        var words = 1 + (int) Math.floorMod(random, 14L);
        var text = new StringBuilder();
        for (var i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[(int) Math.floorMod(mix(random + i), (long) WORDS.length)]);
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** SplitMix64: numbers that look random and are the same in every run. */
    private static long mix(long value) {
        var z = value * 0x9E3779B97F4A7C15L + 0x1234567L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

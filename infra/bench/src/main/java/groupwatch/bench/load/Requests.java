package groupwatch.bench.load;

import groupwatch.bench.Webhooks;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * POSTs of webhooks, ready to be sent. A few hundred different ones are made beforehand; the n-th request is one of them with its own
 * message id and time put in, so making it is copying it.
 */
public final class Requests {

    /** As many bytes as the bodies of text messages that Evolution really sends have. */
    public static final int BODY_BYTES = 2048;

    private static final int TEMPLATES = 1024;
    private static final int DIGITS = 10;

    private record Template(byte[] bytes, int idAt, int timeAt) {}

    private final Webhooks webhooks;
    private final List<Template> templates = new ArrayList<>();

    public Requests(URI target, String token, Webhooks webhooks) {
        this.webhooks = webhooks;
        for (var n = 0; n < TEMPLATES; n++) {
            templates.add(template(target, token, webhooks, n));
        }
    }

    /** The message id in the n-th request. */
    public String id(long n) {
        return webhooks.id(n);
    }

    /** Replaces what is in the buffer by the n-th request. */
    void write(long n, ByteBuffer buffer) {
        var template = templates.get((int) (n % TEMPLATES));
        buffer.clear();
        buffer.put(template.bytes);
        number(n, buffer, template.idAt);
        number(webhooks.firstSecond() + n, buffer, template.timeAt);
        buffer.flip();
    }

    int longest() {
        return templates.stream()
                .mapToInt(template -> template.bytes.length)
                .max()
                .orElseThrow();
    }

    private static void number(long number, ByteBuffer buffer, int at) {
        var rest = number;
        for (var digit = DIGITS - 1; digit >= 0; digit--) {
            buffer.put(at + digit, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    private static Template template(URI target, String token, Webhooks webhooks, long n) {
        var body = webhooks.body(n, BODY_BYTES);
        var head = """
                POST %s HTTP/1.1\r
                Host: %s:%d\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(target.getPath(), target.getHost(), target.getPort(), token, body.length);
        var all = head + new String(body, StandardCharsets.ISO_8859_1);
        var id = webhooks.id(n);
        return new Template(
                all.getBytes(StandardCharsets.ISO_8859_1),
                all.indexOf(id) + id.length() - DIGITS,
                all.indexOf(Long.toString(webhooks.firstSecond() + n)));
    }
}

package groupwatch.ingest.receive;

import groupwatch.events.evolution.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body as Evolution sent it, and what must be left of it. */
record RecordedWebhook(String name, byte[] body) {

    private static final Pattern API_KEY = Pattern.compile("(\"api_?key\":\")([^\"]+)\"");

    static List<RecordedWebhook> all() {
        return Corpus.recorded().stream()
                .map(row -> new RecordedWebhook(row.file(), row.payload()))
                .toList();
    }

    List<String> apiKeys() {
        List<String> keys = new ArrayList<>();
        Matcher key = API_KEY.matcher(text());
        while (key.find()) {
            keys.add(key.group(2));
        }
        return keys;
    }

    String withoutApiKeys() {
        return API_KEY.matcher(text()).replaceAll("$1\"");
    }

    /** Whether the file came along, as base64. */
    boolean hasFile() {
        return file().length > 0;
    }

    byte[] file() {
        JsonNode file =
                JsonMapper.shared().readTree(body).path("data").path("message").path("base64");
        return file.isString() ? Base64.getDecoder().decode(file.asString()) : new byte[0];
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

package groupwatch.ingest.receive;

import groupwatch.events.evolution.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

package groupwatch.watchdog.raw;

import groupwatch.events.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Whose a record of a raw topic is. */
public final class RawSource {

    private static final String SOURCE = "/evolution/";
    private static final int LONGEST_NAME = 200;

    private RawSource() {}

    /** The account by the headers; empty when they name none that could be one. */
    public static Optional<String> accountOf(Map<String, String> headers) {
        String source = headers.getOrDefault(CloudEvents.SOURCE, "");
        if (!source.startsWith(SOURCE)) {
            return Optional.empty();
        }
        try {
            String name = UriUtils.decode(source.substring(SOURCE.length()), StandardCharsets.UTF_8);
            return Optional.of(name)
                    .filter(account -> !account.isBlank()
                            && account.length() <= LONGEST_NAME
                            && account.indexOf('\0') < 0
                            && StandardCharsets.UTF_8.newEncoder().canEncode(account));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}

package groupwatch.watchdog.resync;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the suite keeps, as the message store is told too.
 *
 * @param directChats everything that is no group
 */
@ConfigurationProperties("groupwatch.capture")
public record CaptureSettings(@DefaultValue("false") boolean directChats) {

    private static final String GROUP = "@g.us";

    boolean captures(String chat) {
        return directChats || isGroup(chat);
    }

    static boolean isGroup(String chat) {
        return chat.endsWith(GROUP);
    }
}

package groupwatch.report.alert.settings;

import java.time.Duration;
import java.util.List;

/**
 * The settings, as the API shows them.
 *
 * @param source chosen or configured
 * @param after such as {@code 10m}
 */
record ShownAlerts(String source, List<String> recipients, String after, String language, String zone) {

    static ShownAlerts of(String source, AlertSettings settings) {
        return new ShownAlerts(
                source,
                settings.recipients(),
                word(settings.after()),
                settings.language().toLanguageTag(),
                settings.zone().getId());
    }

    private static String word(Duration time) {
        long seconds = time.toSeconds();
        if (seconds > 0 && seconds % Duration.ofHours(1).toSeconds() == 0) {
            return time.toHours() + "h";
        }
        return seconds > 0 && seconds % Duration.ofMinutes(1).toSeconds() == 0 ? time.toMinutes() + "m" : seconds + "s";
    }
}

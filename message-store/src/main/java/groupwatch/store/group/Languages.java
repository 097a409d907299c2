package groupwatch.store.group;

import java.util.Set;

/** The languages a group can have: those whose words have stems (Snowball), by their ISO 639-1 codes. */
public final class Languages {

    private static final Set<String> CODES = Set.of(
            "ar", "ca", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id", "it", "lt",
            "nb", "ne", "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi");

    private Languages() {}

    public static Set<String> codes() {
        return CODES;
    }
}

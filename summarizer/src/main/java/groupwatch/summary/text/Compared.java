package groupwatch.summary.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is compared: in lower case, in one of the forms that look the same. */
public final class Compared {

    private Compared() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

package groupwatch.summary.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text in lower case, in one of the forms that look the same. */
public final class Folded {

    private Folded() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

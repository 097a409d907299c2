package groupwatch.summary.write.check;

import groupwatch.summary.text.PlainText;
import java.util.regex.Pattern;

/** A sentence's text as it is kept: plain, without the emphasis that models like and the numbers that belong into the citations. */
final class Wording {

    private static final int LONGEST = 500;

    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|`");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•#>]+ )+");
    private static final Pattern NUMBERS = Pattern.compile(" ?\\[#?\\d{1,6}(?:, ?#?\\d{1,6}){0,30}\\]");
    private static final Pattern MARKUP =
            Pattern.compile("<[\\p{L}/!?]|\\]\\(|\\]\\[|!\\[|~~~|&(?:#\\w{1,8}|lt|gt|amp|quot);?|\\{\\{|\\{%");

    private Wording() {}

    static String plain(String text) {
        String bare = EMPHASIS.matcher(PlainText.oneLine(text)).replaceAll("");
        bare = BULLET.matcher(bare.strip()).replaceFirst("");
        return PlainText.oneLine(NUMBERS.matcher(bare).replaceAll(""));
    }

    static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /** Whether a reader of HTML or Markdown could see in it more than words. */
    static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }
}

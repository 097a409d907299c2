package groupwatch.kit.objects;

import java.util.regex.Pattern;

/** Whether a key is one: what reaches a path or an address is checked here and nowhere else. */
final class ObjectKey {

    private static final int LONGEST = 512;

    /** A segment may begin with a dot, but not consist of one or two. */
    private static final Pattern KEY =
            Pattern.compile("(?!\\.{1,2}(?:/|$))[\\w.=-]+(?:/(?!\\.{1,2}(?:/|$))[\\w.=-]+)*");

    private ObjectKey() {}

    static String checked(String key) {
        if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("no key of an object: letters, digits, - _ . = and / between segments");
        }
        return key;
    }
}

package groupwatch.store.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in a list in the order of JIDs: after this one the next page begins. As text it is opaque. */
public final class JidCursor {

    private static final String MARK = "jid:";

    private JidCursor() {}

    public static String after(String jid) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + jid).getBytes(StandardCharsets.UTF_8));
    }

    /** The JID that the parameter {@code cursor} names; absent when it is not given. */
    public static @Nullable String parse(Parameters parameters) {
        String cursor = parameters.text("cursor");
        if (cursor == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (plain.startsWith(MARK) && plain.indexOf('\0') < 0) {
                return plain.substring(MARK.length());
            }
        } catch (IllegalArgumentException error) {
            // answered below
        }
        throw Parameters.bad("cursor", "is not one that this API gave out");
    }
}

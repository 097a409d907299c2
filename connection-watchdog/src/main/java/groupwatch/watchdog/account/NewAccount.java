package groupwatch.watchdog.account;

import groupwatch.kit.api.Fields;
import groupwatch.kit.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account as somebody wants it.
 *
 * @param name of the instance, which is made unless it is there
 * @param server its Evolution server; absent: the suite's
 * @param key of that server
 * @param number digits of its phone
 */
public record NewAccount(
        String name,
        @Nullable URI server,
        @Nullable String key,
        @Nullable String number,
        boolean fullHistory) {

    private static final Set<String> KNOWN = Set.of("name", "server", "key", "number", "fullHistory");

    private static final Set<String> CHANGEABLE = Set.of("server", "key", "number", "fullHistory");

    /** It stands in paths: of addresses, of topics' keys, of Evolution's requests. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,99}");

    private static final int LONGEST = 500;

    /** @throws ProblemException 400 naming the field and what it takes */
    public static NewAccount read(JsonNode body) {
        Fields fields = new Fields(body, "", KNOWN);
        NewAccount wanted = of(name(fields.required("name", LONGEST)), fields);
        if (wanted.keepsKey()) {
            throw Fields.bad("key", "must be the server's key");
        }
        return wanted;
    }

    /**
     * What an account is to be from now on; its name stays.
     *
     * @throws ProblemException 400 naming the field and what it takes
     */
    static NewAccount changed(String name, JsonNode body) {
        return of(name, new Fields(body, "", CHANGEABLE));
    }

    private static NewAccount of(String name, Fields fields) {
        URI server = server(fields.text("server", LONGEST));
        String key = fields.text("key", LONGEST);
        if ((server == null) != (key == null)) {
            throw Fields.bad(
                    server == null ? "server" : "key", "must be given too: a server and its key belong together");
        }
        return new NewAccount(
                name,
                server,
                key,
                number(fields.text("number", LONGEST)),
                Boolean.TRUE.equals(fields.flag("fullHistory")));
    }

    /** Sent back as it is shown: the key that is there. */
    boolean keepsKey() {
        return ShownAccount.KEPT.equals(key);
    }

    /** Without the key and the number. */
    @Override
    public String toString() {
        return name;
    }

    static NewAccount named(String name) {
        return new NewAccount(name(name), null, null, null, false);
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw Fields.bad(
                    "name", "must be 1 to 100 letters, digits, spaces and . _ @ + -, and begin with a letter or digit");
        }
        return text;
    }

    private static @Nullable URI server(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI server = new URI(text.replaceAll("/+$", ""));
            if (server.getHost() != null
                    && server.getScheme() != null
                    && server.getScheme().matches("https?")
                    && server.getRawUserInfo() == null
                    && server.getRawQuery() == null
                    && server.getRawFragment() == null) {
                return server;
            }
        } catch (URISyntaxException e) {
            // answered below
        }
        throw Fields.bad("server", "must be an address like https://evolution.example.org");
    }

    static @Nullable String number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("[\\s()+.-]", "");
        if (!digits.matches("[0-9]{7,15}")) {
            throw Fields.bad("number", "must be a phone number with its country, like +55 11 99999-0000");
        }
        return digits;
    }
}

package groupwatch.local;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the person said about the services: {@code --groupwatch.x=y} on the command line, and those environment variables that
 * ours would otherwise hide: lists (Spring takes a list whole from one place), and the mail server.
 */
final class Said {

    private static final Pattern LIST = Pattern.compile(
            "GROUPWATCH_(INGEST_SECRETS_\\d+|SECURITY_TOKENS_\\d+_(NAME|SHA256|(SCOPES|GROUPS)(_\\d+)?))");
    private static final Pattern INDEX = Pattern.compile("_(\\d+)");

    private Said() {}

    static Map<String, String> by(List<String> arguments, Map<String, String> environment) {
        var said = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (LIST.matcher(name).matches()) {
                said.put(property(name), value);
            }
        });
        var secrets = environment.getOrDefault("GROUPWATCH_INGEST_SECRETS", "");
        if (!secrets.isBlank()) {
            var each = secrets.split(",", -1);
            for (var i = 0; i < each.length; i++) {
                said.put("groupwatch.ingest.secrets[" + i + "]", each[i].strip());
            }
        }
        var mailHost = environment.getOrDefault("GROUPWATCH_REPORT_EMAIL_HOST", "");
        if (!mailHost.isBlank()) {
            said.put(SuiteOptions.MAIL_HOST, mailHost);
        }
        arguments.forEach(argument -> put(said, argument));
        return said;
    }

    private static void put(Map<String, String> said, String argument) {
        var equals = argument.indexOf('=');
        if (!argument.startsWith("--") || !argument.contains(".") || equals < 0) {
            throw new LocalException(
                    "Unknown option " + argument
                            + ": settings of the services look like --groupwatch.capture.direct-chats=true, and help up lists the rest.");
        }
        said.put(argument.substring(2, equals), argument.substring(equals + 1));
    }

    /** GROUPWATCH_SECURITY_TOKENS_0_NAME → groupwatch.security.tokens[0].name */
    private static String property(String variable) {
        var indexed = INDEX.matcher(variable).replaceAll("[$1]");
        return indexed.replace('_', '.').toLowerCase(Locale.ROOT);
    }
}

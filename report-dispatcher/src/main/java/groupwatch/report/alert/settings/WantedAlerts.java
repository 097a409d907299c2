package groupwatch.report.alert.settings;

import groupwatch.kit.api.Fields;
import groupwatch.report.mail.MailAddress;
import groupwatch.report.plan.Languages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Settings as somebody wants them; what is absent is as configured. */
record WantedAlerts(
        List<String> recipients,
        @Nullable Duration after,
        @Nullable Locale language,
        @Nullable ZoneId zone) {

    private static final Set<String> KNOWN = Set.of("recipients", "after", "language", "zone");
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_WORD = 100;
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smhd])");

    /** @throws groupwatch.kit.problem.ProblemException 400 that names the field */
    static WantedAlerts read(JsonNode body) {
        Fields fields = new Fields(body, "", KNOWN);
        if (!fields.has("recipients")) {
            throw Fields.bad("recipients", "must be given; an empty list for nobody");
        }
        return new WantedAlerts(
                recipients(fields),
                after(fields.text("after", LONGEST_WORD)),
                language(fields.text("language", LONGEST_WORD)),
                zone(fields.text("zone", LONGEST_WORD)));
    }

    /** Each mailbox once, written as the first time. */
    private static List<String> recipients(Fields fields) {
        List<JsonNode> values = fields.list("recipients", MOST_RECIPIENTS);
        Map<String, String> addresses = new LinkedHashMap<>();
        for (int at = 0; at < values.size(); at++) {
            String name = "recipients[" + at + "]";
            MailAddress address = address(name, Fields.text(values.get(at), name, LONGEST_ADDRESS));
            addresses.putIfAbsent(address.key(), address.toString());
        }
        return List.copyOf(addresses.values());
    }

    static MailAddress address(String name, String text) {
        try {
            return MailAddress.of(text);
        } catch (MailAddress.BadAddressException error) {
            throw Fields.bad(name, error.why());
        }
    }

    private static @Nullable Duration after(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher parts = TIME.matcher(text);
        Duration time = parts.matches()
                ? Duration.parse((parts.group(2).equals("d") ? "P" : "PT") + text.toUpperCase(Locale.ROOT))
                : AlertProperties.LONGEST.plusDays(1);
        if (time.compareTo(AlertProperties.LONGEST) > 0) {
            throw Fields.bad("after", "must be a time like 90s, 10m or 2h, 7d at most");
        }
        return time;
    }

    private static @Nullable Locale language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        Locale language = Locale.forLanguageTag(tag);
        if (!Languages.SPOKEN.contains(language.getLanguage())
                || !language.toLanguageTag().equalsIgnoreCase(tag)) {
            throw Fields.bad("language", "must be one of " + String.join(", ", Languages.SPOKEN) + ", also as pt-BR");
        }
        return language;
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Fields.bad("zone", "must be a time zone like America/Sao_Paulo or UTC");
        }
    }
}

package groupwatch.summary.ask;

import groupwatch.kit.api.Fields;
import groupwatch.summary.api.Chats;
import groupwatch.summary.ask.when.Period;
import groupwatch.summary.model.Turn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is asked. */
final class AskBody {

    private static final Set<String> KNOWN =
            Set.of("question", "groups", "group_jid", "from", "to", "tz", "language", "history");
    private static final Set<String> OF_A_TURN = Set.of("role", "content");

    private static final int LONGEST_QUESTION = 2000;
    private static final int LONGEST_TURN = 20_000;
    private static final int LONGEST_WORD = 100;
    private static final int MOST_TURNS = 50;
    private static final int MOST_GROUPS = 50;
    private static final int LENGTH_OF_A_DAY = 10;
    private static final Instant END = Instant.parse("2101-01-01T00:00:00Z");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final Fields fields;
    private final ZoneId zone;

    private AskBody(Fields fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /** @param zone of who does not say theirs */
    static Question read(JsonNode body, ZoneId zone) {
        Fields fields = new Fields(body, "", KNOWN);
        AskBody read = new AskBody(fields, Objects.requireNonNullElse(zone(fields), zone));
        return new Question(
                fields.required("question", LONGEST_QUESTION),
                read.groups(),
                read.period(),
                read.zone,
                read.language(),
                read.history());
    }

    private static @Nullable ZoneId zone(Fields fields) {
        String name = fields.text("tz", LONGEST_WORD);
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Fields.bad("tz", "must be a time zone like America/Sao_Paulo");
        }
    }

    private List<String> groups() {
        List<JsonNode> several = fields.list("groups", MOST_GROUPS);
        String one = fields.text("group_jid", LONGEST_WORD);
        if (one != null && fields.has("groups")) {
            throw Fields.bad("group_jid", "is the older name: say groups or group_jid, not both");
        }
        if (one != null) {
            return List.of(Chats.check("group_jid", one));
        }
        if (fields.has("groups") && several.isEmpty()) {
            throw Fields.bad("groups", "must name one group or more; leave it out for all");
        }
        return several.stream()
                .map(jid -> Chats.check("groups", Fields.text(jid, "groups", LONGEST_WORD)))
                .distinct()
                .toList();
    }

    /** One of both ends may be left open. */
    private @Nullable Period period() {
        Instant from = moment("from");
        Instant to = moment("to");
        if (from == null && to == null) {
            return null;
        }
        Instant begins = Objects.requireNonNullElse(from, Period.BEGINNING);
        Instant ends = Objects.requireNonNullElse(to, END);
        if (!begins.isBefore(ends)) {
            throw Fields.bad("to", "must be after from");
        }
        return new Period(begins, ends, true);
    }

    private @Nullable Instant moment(String name) {
        String text = fields.text(name, LONGEST_WORD);
        if (text == null) {
            return null;
        }
        try {
            Instant moment = text.length() == LENGTH_OF_A_DAY
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (!moment.isBefore(Period.BEGINNING) && !moment.isAfter(END)) {
                return moment;
            }
        } catch (DateTimeException notOne) {
            // answered below, like a time that no message can be of
        }
        throw Fields.bad(name, "must be a time like 2026-01-31T08:00:00Z or a day like 2026-01-31, from 2009 to 2100");
    }

    private @Nullable Locale language() {
        String tag = fields.text("language", LONGEST_WORD);
        if (tag == null) {
            return null;
        }
        if (!LANGUAGE.matcher(tag).matches()) {
            throw Fields.bad("language", "must be a language like en or pt-BR");
        }
        return Locale.forLanguageTag(tag);
    }

    private List<Turn> history() {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : fields.list("history", MOST_TURNS)) {
            String path = "history[" + turns.size() + "].";
            Fields of = new Fields(turn, path, OF_A_TURN);
            turns.add(new Turn(role(of.required("role", LONGEST_WORD), path), of.required("content", LONGEST_TURN)));
        }
        return turns;
    }

    private static Turn.Role role(String word, String path) {
        return switch (word) {
            case "user" -> Turn.Role.USER;
            case "assistant" -> Turn.Role.ASSISTANT;
            default -> throw Fields.bad(path + "role", "must be user or assistant");
        };
    }
}

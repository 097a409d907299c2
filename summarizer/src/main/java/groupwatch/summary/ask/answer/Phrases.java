package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.when.Period;
import groupwatch.summary.ask.words.Tongue;
import groupwatch.summary.store.StoredGroup;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of an answer is ours: fixed sentences, in the language of the question. */
public final class Phrases {

    private static final int FEW_GROUPS = 3;

    private static final Map<Tongue, Phrases> ALL = Map.of(
            Tongue.ENGLISH,
            new Phrases(
                    Tongue.ENGLISH,
                    "I found nothing that answers this. Searched: %s; %s.",
                    "all your groups",
                    "%d groups",
                    "all times",
                    "The messages I found do not answer this.",
                    "(The answer was cut off here.)",
                    "The language model would not answer this.",
                    "Nothing was found of that time; from other times:"),
            Tongue.PORTUGUESE,
            new Phrases(
                    Tongue.PORTUGUESE,
                    "Não encontrei nada que responda a isso. Procurei em: %s; %s.",
                    "todos os seus grupos",
                    "%d grupos",
                    "todo o período",
                    "As mensagens que encontrei não respondem a isso.",
                    "(A resposta foi cortada aqui.)",
                    "O modelo de linguagem não quis responder a isso.",
                    "Nada foi encontrado dessa época; de outras épocas:"),
            Tongue.ITALIAN,
            new Phrases(
                    Tongue.ITALIAN,
                    "Non ho trovato nulla che risponda a questo. Ho cercato in: %s; %s.",
                    "tutti i tuoi gruppi",
                    "%d gruppi",
                    "tutto il periodo",
                    "I messaggi che ho trovato non rispondono a questo.",
                    "(La risposta è stata interrotta qui.)",
                    "Il modello linguistico non ha voluto rispondere.",
                    "Di quel periodo non ho trovato nulla; di altri periodi:"),
            Tongue.SPANISH,
            new Phrases(
                    Tongue.SPANISH,
                    "No encontré nada que responda a eso. Busqué en: %s; %s.",
                    "todos tus grupos",
                    "%d grupos",
                    "todo el período",
                    "Los mensajes que encontré no responden a eso.",
                    "(La respuesta se cortó aquí.)",
                    "El modelo de lenguaje no quiso responder a eso.",
                    "No encontré nada de ese período; de otros períodos:"),
            Tongue.GERMAN,
            new Phrases(
                    Tongue.GERMAN,
                    "Ich habe nichts gefunden, was das beantwortet. Durchsucht: %s; %s.",
                    "alle deine Gruppen",
                    "%d Gruppen",
                    "die ganze Zeit",
                    "Die gefundenen Nachrichten beantworten das nicht.",
                    "(Die Antwort wurde hier abgeschnitten.)",
                    "Das Sprachmodell wollte das nicht beantworten.",
                    "Aus dieser Zeit wurde nichts gefunden; aus anderer Zeit:"));

    private final Tongue tongue;
    private final String nothing;
    private final String everywhere;
    private final String groups;
    private final String allTimes;
    private final String notAnswered;
    private final String cutOff;
    private final String refused;
    private final String widened;

    private Phrases(
            Tongue tongue,
            String nothing,
            String everywhere,
            String groups,
            String allTimes,
            String notAnswered,
            String cutOff,
            String refused,
            String widened) {
        this.tongue = tongue;
        this.nothing = nothing;
        this.everywhere = everywhere;
        this.groups = groups;
        this.allTimes = allTimes;
        this.notAnswered = notAnswered;
        this.cutOff = cutOff;
        this.refused = refused;
        this.widened = widened;
    }

    public static Phrases of(Tongue tongue) {
        return Objects.requireNonNull(ALL.get(tongue));
    }

    /**
     * Nothing was found, and where it was looked for.
     *
     * @param period absent for all times
     * @param zone in which it is told
     */
    public String nothing(List<StoredGroup> searched, boolean all, @Nullable Period period, ZoneId zone) {
        return nothing.formatted(where(searched, all), period == null ? allTimes : when(period, zone));
    }

    String notAnswered() {
        return notAnswered;
    }

    String cutOff() {
        return cutOff;
    }

    String refused() {
        return refused;
    }

    String widened() {
        return widened;
    }

    Locale locale() {
        return tongue.locale();
    }

    private String where(List<StoredGroup> searched, boolean all) {
        if (all) {
            return everywhere;
        }
        return searched.size() > FEW_GROUPS
                ? groups.formatted(searched.size())
                : searched.stream()
                        .map(group ->
                                "“" + Disarmed.quoted(Objects.requireNonNullElse(group.name(), group.jid())) + "”")
                        .collect(Collectors.joining(", "));
    }

    private String when(Period period, ZoneId zone) {
        ZonedDateTime from = period.from().atZone(zone);
        ZonedDateTime until = period.until().atZone(zone);
        if (!midnight(from) || !midnight(until)) {
            DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale());
            return time.format(from) + " – " + time.format(until);
        }
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale());
        ZonedDateTime last = until.minusDays(1);
        Instant end = last.toInstant();
        return day.format(from) + (end.isAfter(period.from()) ? " – " + day.format(last) : "");
    }

    private static boolean midnight(ZonedDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}

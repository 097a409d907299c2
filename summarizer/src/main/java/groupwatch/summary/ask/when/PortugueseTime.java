package groupwatch.summary.ask.when;

import static groupwatch.summary.ask.when.Today.DayPart.AFTERNOON;
import static groupwatch.summary.ask.when.Today.DayPart.EVENING;
import static groupwatch.summary.ask.when.Today.DayPart.MORNING;
import static groupwatch.summary.ask.when.Today.DayPart.NIGHT;
import static groupwatch.summary.ask.when.Today.Unit.DAY;
import static groupwatch.summary.ask.when.Today.Unit.HOUR;
import static groupwatch.summary.ask.when.Today.Unit.MINUTE;
import static groupwatch.summary.ask.when.Today.Unit.MONTH;
import static groupwatch.summary.ask.when.Today.Unit.WEEK;
import static groupwatch.summary.ask.when.Today.Unit.YEAR;

import groupwatch.summary.ask.when.Vocabulary.PartOfDay;
import java.util.List;
import java.util.Map;

/** The time words of Portuguese. */
final class PortugueseTime {

    static final Vocabulary WORDS = new Vocabulary(
            Map.of(0, "hoje", 1, "ontem", 2, "anteontem|antes de ontem|antontem"),
            List.of(
                    feira("segunda"),
                    feira("terca"),
                    feira("quarta"),
                    feira("quinta"),
                    feira("sexta"),
                    "sabados?",
                    "domingos?"),
            List.of(
                    "janeiro",
                    "fevereiro",
                    "marco",
                    "abril",
                    "maio",
                    "junho",
                    "julho",
                    "agosto",
                    "setembro",
                    "outubro",
                    "novembro",
                    "dezembro"),
            Map.of(
                    MORNING,
                    "(?:de |pela |da )?manha",
                    AFTERNOON,
                    "(?:a |de |pela |da )?tarde",
                    EVENING,
                    "(?:ao )?anoitecer",
                    NIGHT,
                    "(?:a |de |da )?noite"),
            "n?esta|n?essa",
            Map.of("(?:na )?noite passada|(?:na )?ultima noite", new PartOfDay(1, NIGHT)),
            Map.of(
                    MINUTE,
                    "minutos?",
                    HOUR,
                    "horas?",
                    DAY,
                    "dias?",
                    WEEK,
                    "semanas?",
                    MONTH,
                    "mes(?:es)?",
                    YEAR,
                    "anos?"),
            "(?:n?est[ae]|n?ess[ae])",
            "(?:n?[ao]s? )?(?:ultim[ao]|passad[ao])",
            "(?:passad[ao]|retrasad[ao])",
            "(?:n?[ao]s )?(?:ultim[ao]s|passad[ao]s)",
            "ha|faz",
            "atras",
            "(?:fim|final) de semana",
            "em|no mes de|durante|de",
            "(?:º|o)? ?(?:de |do )?",
            "desde(?: [ao])?|a partir d[aeo]",
            "antes d[aeo]",
            Map.ofEntries(
                    Map.entry("uma?", 1),
                    Map.entry("d(?:ois|uas)", 2),
                    Map.entry("tres", 3),
                    Map.entry("quatro", 4),
                    Map.entry("cinco", 5),
                    Map.entry("seis", 6),
                    Map.entry("sete", 7),
                    Map.entry("dez", 10)));

    private PortugueseTime() {}

    /** "segunda" is also "second", "quinta" a farm: alone they are days only where nothing that could be counted follows. */
    private static String feira(String ordinal) {
        return "(?:" + ordinal + "[- ]feira|(?<=\\b(?:na|desde a|desta|nesta|de|ultima) )" + ordinal
                + "(?=\\W*$| passada| a | de | sobre| e | o | no | na | com | que|[,.;?!]))";
    }
}

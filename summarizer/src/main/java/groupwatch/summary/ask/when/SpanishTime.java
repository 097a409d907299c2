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

/** The time words of Spanish. */
final class SpanishTime {

    static final Vocabulary WORDS = new Vocabulary(
            Map.of(0, "hoy", 1, "ayer", 2, "anteayer|antier|antes de ayer"),
            List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabados?", "domingos?"),
            List.of(
                    "enero",
                    "febrero",
                    "marzo",
                    "abril",
                    "mayo",
                    "junio",
                    "julio",
                    "agosto",
                    "sep?tiembre",
                    "octubre",
                    "noviembre",
                    "diciembre"),
            Map.of(
                    MORNING,
                    "(?:por la |de la |en la )?manana",
                    AFTERNOON,
                    "(?:por la |de la |en la )?tarde",
                    EVENING,
                    "al anochecer",
                    NIGHT,
                    "(?:por la |de la |en la )?noche"),
            "est[ae]",
            Map.of("anoche|la noche pasada", new PartOfDay(1, NIGHT)),
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
            "(?:en )?est[ae]",
            "(?:en )?(?:el |la )?(?:pasad[ao]|ultim[ao])",
            "(?:pasad[ao])",
            "(?:en )?(?:los |las )?(?:ultim[ao]s|pasad[ao]s)",
            "hace",
            "atras",
            "fin de semana",
            "en|durante|de",
            "(?:º)? ?(?:de |del )?",
            "desde(?: el| la)?|a partir de(?:l| la)?",
            "antes de(?:l| la)?",
            Map.ofEntries(
                    Map.entry("una?", 1),
                    Map.entry("dos", 2),
                    Map.entry("tres", 3),
                    Map.entry("cuatro", 4),
                    Map.entry("cinco", 5),
                    Map.entry("seis", 6),
                    Map.entry("siete", 7),
                    Map.entry("diez", 10)));

    private SpanishTime() {}
}

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
import static groupwatch.summary.ask.when.Vocabulary.NEVER;

import groupwatch.summary.ask.when.Vocabulary.PartOfDay;
import java.util.List;
import java.util.Map;

/** The time words of German. */
final class GermanTime {

    static final Vocabulary WORDS = new Vocabulary(
            Map.of(0, "heute", 1, "gestern", 2, "vorgestern"),
            List.of(
                    "montags?",
                    "dienstags?",
                    "mittwochs?",
                    "donnerstags?",
                    "freitags?",
                    "(?:samstag|sonnabend)s?",
                    "sonntags?"),
            List.of(
                    "januar|janner",
                    "februar",
                    "marz",
                    "april",
                    "mai",
                    "juni",
                    "juli",
                    "august",
                    "september",
                    "oktober",
                    "november",
                    "dezember"),
            Map.of(
                    MORNING,
                    "(?:am )?(?:fruh|morgens?|vormittags?)",
                    AFTERNOON,
                    "(?:am )?(?:mittags?|nachmittags?)",
                    EVENING,
                    "(?:am )?abends?",
                    NIGHT,
                    "(?:in der )?nachts?"),
            "diese[nr]?",
            Map.of("(?:in der )?letzten? nacht", new PartOfDay(1, NIGHT)),
            Map.of(
                    MINUTE,
                    "minuten?",
                    HOUR,
                    "stunden?",
                    DAY,
                    "tage?n?",
                    WEEK,
                    "wochen?",
                    MONTH,
                    "monate?n?",
                    YEAR,
                    "jahre?n?"),
            "(?:in )?diese[nmrs]?",
            "(?:i[nm] |am )?(?:der |den |dem )?(?:letzte|vergangene|vorige)[nmrs]?",
            NEVER,
            "(?:in )?(?:den |der )?(?:letzten|vergangenen)",
            "vor",
            NEVER,
            "wochenende",
            "im(?: monat| jahr)?|in|vom",
            "\\.? ?",
            "seit(?: dem| der)?|ab(?: dem)?",
            "vor(?: dem| der)?",
            Map.ofEntries(
                    Map.entry("eine[rmn]?|ein", 1),
                    Map.entry("zwei", 2),
                    Map.entry("drei", 3),
                    Map.entry("vier", 4),
                    Map.entry("funf", 5),
                    Map.entry("sechs", 6),
                    Map.entry("sieben", 7),
                    Map.entry("zehn", 10)));

    private GermanTime() {}
}

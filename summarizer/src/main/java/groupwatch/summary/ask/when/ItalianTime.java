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

/** The time words of Italian. */
final class ItalianTime {

    static final Vocabulary WORDS = new Vocabulary(
            Map.of(0, "oggi", 1, "ieri", 2, "(?:l')?altro ?ieri|avant'?ieri|ieri l'altro"),
            List.of("lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"),
            List.of(
                    "gennaio",
                    "febbraio",
                    "marzo",
                    "aprile",
                    "maggio",
                    "giugno",
                    "luglio",
                    "agosto",
                    "settembre",
                    "ottobre",
                    "novembre",
                    "dicembre"),
            Map.of(
                    MORNING,
                    "(?:di )?mattin[ao]",
                    AFTERNOON,
                    "(?:di |nel )?pomeriggio",
                    EVENING,
                    "(?:di )?sera",
                    NIGHT,
                    "(?:di )?notte"),
            "quest[aeo]",
            Map.of(
                    "stamattina|stamani|stamane",
                    new PartOfDay(0, MORNING),
                    "stasera",
                    new PartOfDay(0, EVENING),
                    "stanotte|la (?:notte scorsa|scorsa notte)",
                    new PartOfDay(1, NIGHT)),
            Map.of(
                    MINUTE,
                    "minut[io]",
                    HOUR,
                    "or[ae]",
                    DAY,
                    "giorn[io]",
                    WEEK,
                    "settiman[ae]",
                    MONTH,
                    "mes[ei]",
                    YEAR,
                    "ann[io]"),
            "(?:in )?quest[ao]",
            "(?:nell[ao']? ?|l[ao']? ?)?(?:scors[ao]|passat[ao]|ultim[ao])",
            "(?:scors[ao]|passat[ao])",
            "(?:negli |gli |nelle |le |nei |i )?(?:ultim[ie]|scors[ie]|passat[ie])",
            NEVER,
            "fa",
            "week-?end|fine ?settimana",
            "in|nel|a|durante|di",
            "(?:°|º)? ?(?:di |del )?",
            "da(?:l|lla|ll')?|a partire da(?:l|lla|ll')?",
            "prima d(?:i|el|ella|ell')",
            Map.ofEntries(
                    Map.entry("un[oa']?", 1),
                    Map.entry("due", 2),
                    Map.entry("tre", 3),
                    Map.entry("quattro", 4),
                    Map.entry("cinque", 5),
                    Map.entry("sei", 6),
                    Map.entry("sette", 7),
                    Map.entry("dieci", 10)));

    private ItalianTime() {}
}

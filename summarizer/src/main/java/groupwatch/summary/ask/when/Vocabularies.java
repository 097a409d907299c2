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

/** The time words of the languages in which questions are understood. */
final class Vocabularies {

    private static final Vocabulary ENGLISH = new Vocabulary(
            Map.of(0, "today", 1, "yesterday", 2, "(?:the )?day before yesterday"),
            List.of("mondays?", "tuesdays?", "wednesdays?", "thursdays?", "fridays?", "saturdays?", "sundays?"),
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december"),
            Map.of(
                    MORNING,
                    "(?:in the )?morning",
                    AFTERNOON,
                    "(?:in the )?afternoon",
                    EVENING,
                    "(?:in the )?evening",
                    NIGHT,
                    "(?:at )?night"),
            "this",
            Map.of("last night", new PartOfDay(1, NIGHT), "tonight", new PartOfDay(0, NIGHT)),
            Map.of(MINUTE, "minutes?", HOUR, "hours?", DAY, "days?", WEEK, "weeks?", MONTH, "months?", YEAR, "years?"),
            "this|the current",
            "(?:the )?(?:last|past|previous)",
            NEVER,
            "(?:the )?(?:last|past|previous)",
            NEVER,
            "ago",
            "week-?end",
            "in|during|of",
            "(?:st|nd|rd|th)? (?:of )?",
            "(?:ever )?since|starting(?: from)?",
            "before",
            Map.ofEntries(
                    Map.entry("an?|one", 1),
                    Map.entry("two|a couple of", 2),
                    Map.entry("three|a few", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("ten", 10)));

    private static final Vocabulary PORTUGUESE = new Vocabulary(
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

    private static final Vocabulary ITALIAN = new Vocabulary(
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

    private static final Vocabulary SPANISH = new Vocabulary(
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

    private static final Vocabulary GERMAN = new Vocabulary(
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

    static final List<Vocabulary> ALL = List.of(ENGLISH, PORTUGUESE, ITALIAN, SPANISH, GERMAN);

    private Vocabularies() {}

    /** "segunda" is also "second", "quinta" a farm: alone they are days only where nothing that could be counted follows. */
    private static String feira(String ordinal) {
        return "(?:" + ordinal + "[- ]feira|(?<=\\b(?:na|desde a|desta|nesta|de|ultima) )" + ordinal
                + "(?=\\W*$| passada| a | de | sobre| e | o | no | na | com | que|[,.;?!]))";
    }
}

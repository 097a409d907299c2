package groupwatch.summary.write.testing;

import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented days. */
public final class Days {

    public static final String GROUP = "120363041234567890@g.us";
    public static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    public static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    public static final Instant MORNING = Instant.parse("2026-03-03T09:00:00Z");
    public static final Wish ENGLISH = new Wish(Locale.ENGLISH, Length.NORMAL);

    /** Six people agree to play on Thursday. */
    public static final Transcript PADEL = of(
            List.of("Ana", "Who plays on Thursday?"),
            List.of("Bea", "Me! Same place, https://courts.example/book/7"),
            List.of("Carlos Nunes", "Only if it starts after eight, I have the kids until half past seven"),
            List.of("Ana", "Then eight it is. Bea, can you book before noon?"),
            List.of("Bea", "Yes, doing it. The office is +351 212 345 678 if anybody is late"),
            List.of("Dora 🎾", "Does anybody have a spare racket?"));

    private Days() {}

    /** @param said speaker and text, one a minute */
    @SafeVarargs
    public static Transcript of(List<String>... said) {
        List<Line> lines = new ArrayList<>();
        for (List<String> one : said) {
            lines.add(Line.of(
                    "ID" + (lines.size() + 1), MORNING.plusSeconds(60L * lines.size()), one.get(0), one.get(1)));
        }
        return transcript(lines);
    }

    public static Transcript transcript(List<Line> lines) {
        return new Transcript(GROUP, "Padel", DAY, ZONE, lines);
    }

    /** A day with one message more at its end. */
    public static Transcript with(Transcript day, String speaker, String text) {
        List<Line> lines = new ArrayList<>(day.lines());
        lines.add(Line.of("ID" + (lines.size() + 1), MORNING.plusSeconds(60L * lines.size()), speaker, text));
        return day.with(lines);
    }
}

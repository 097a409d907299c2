package groupwatch.summary.ask.testing;

import groupwatch.summary.ask.find.Found;
import groupwatch.summary.ask.find.Source;
import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.transcript.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages that were found, by their texts. */
public final class Sources {

    public static final StoredGroup FAMILY =
            new StoredGroup("120363000000000101@g.us", "Família Souza", null, true, Map.of());

    private Sources() {}

    /** Numbered from 1 on, with the ids M1, M2…, a minute apart, all of them Ana's. */
    public static Found found(String... texts) {
        List<Source> sources = new ArrayList<>();
        for (String text : texts) {
            int number = sources.size() + 1;
            Instant at = Instant.parse("2026-03-17T09:00:00Z").plusSeconds(60L * number);
            sources.add(new Source(number, FAMILY, Line.of("M" + number, at, "Ana", text), true, 3));
        }
        return new Found(sources, List.of(FAMILY), false, null, false, List.of("word"), texts.length, 0);
    }
}

package groupwatch.bench.search;

import groupwatch.events.message.MessageType;
import groupwatch.store.search.words.Language;
import groupwatch.store.search.words.Marks;
import groupwatch.store.search.words.SearchWords;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Messages of a month in 200 groups of four languages, evenly over its time, as lines for {@code COPY}. The words they are found by are
 * made by the store's own code, with the stems of the group's language.
 */
final class Invented {

    static final int GROUPS = 200;
    static final List<String> LANGUAGES = List.of("pt", "es", "it", "en");

    private static final int PEOPLE = 2_000;
    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private static final List<Vocabulary> VOCABULARIES =
            IntStream.range(0, LANGUAGES.size()).mapToObj(Vocabulary::new).toList();

    private final Random random;
    private final int month;
    private final Instant from;
    private final long millisApart;

    /** @param month counted from the oldest, which is 0 */
    Invented(int month, Instant from, Instant to, int messages) {
        this.random = new Random(1_000_003L * month);
        this.month = month;
        this.from = from;
        this.millisApart = (to.toEpochMilli() - from.toEpochMilli()) / messages;
    }

    static String group(int number) {
        return "12036301%010d@g.us".formatted(number);
    }

    /** One line for each of the three tables. */
    record Lines(String key, String message, String sighting) {}

    Lines next(int n) {
        var number = (int) (GROUPS * Math.pow(random.nextDouble(), 2)); // few groups write most
        var group = group(number);
        var id = "%08X%02d%08d".formatted(random.nextInt(), month, n);
        var sentAt = from.plusMillis(n * millisApart);
        var person = random.nextInt(PEOPLE);
        var phone = "5511%09d@s.whatsapp.net".formatted(person);
        var lid = "2%014d@lid".formatted(person);
        var language = number % LANGUAGES.size();
        var text = text(VOCABULARIES.get(language));
        var words = SearchWords.of(
                List.of(text),
                List.of(Marks.chat(group), Marks.type(MessageType.TEXT), Marks.sender(phone), Marks.sender(lid)),
                Language.of(LANGUAGES.get(language)));
        var message = List.of(
                group,
                id,
                sentAt.toString(),
                group,
                "t",
                phone,
                lid,
                "Person " + person,
                "f",
                "text",
                text,
                "{\"type\": \"text\"}",
                "1",
                HASH,
                source(n),
                words.replace("\\", "\\\\"));
        return new Lines(
                String.join("\t", group, id, group, sentAt.toString()),
                String.join("\t", message),
                String.join("\t", group, id, "bench", "f", "0", source(n)));
    }

    private static String source(int n) {
        return "groupwatch.raw.messages\t" + n % 4 + "\t" + n;
    }

    private String text(Vocabulary vocabulary) {
        var text = new StringBuilder(vocabulary.text(random));
        for (var kind : Kind.values()) {
            if (kind.everywhere || month < 4) {
                // two words that are each in one of a hundred messages meet in one of ten thousand
                var times = kind == Kind.TWO_WORDS ? 2 : 1;
                for (var time = 0; time < times; time++) {
                    if (random.nextDouble() < kind.share) {
                        text.append(' ').append(kind.word(random.nextInt(Kind.WORDS)));
                    }
                }
            }
        }
        return text.toString();
    }
}

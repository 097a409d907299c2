package groupwatch.summary.transcript;

import groupwatch.events.message.Message;
import groupwatch.kit.security.Caller;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.store.StoredMessage;
import groupwatch.summary.text.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads a group's day out of the message store. */
@Component
public class TranscriptReader {

    /** Lines of one day; what comes after them is counted and not read, so that memory stays bounded. */
    static final int MOST_LINES = 20_000;

    /** Letters of one day, about what a heap has room for when several days are read at once. */
    private static final long MOST_LETTERS = 4_000_000;

    /** Messages of other days that are answered, looked up at most. */
    private static final int MOST_LOOKUPS = 100;

    private static final int LOOKUPS_AT_ONCE = 4;
    private static final int LONGEST_REPLY_WORDS = 120;

    private final StoreClient store;

    TranscriptReader(StoreClient store) {
        this.store = store;
    }

    /**
     * What was said from the beginning of the day until a moment; may be empty.
     *
     * <p>Errors: {@link groupwatch.kit.client.ServiceUnavailableException}.
     *
     * @param until exclusive; the end of the day, or earlier
     */
    public Mono<DayRead> day(Caller caller, StoredGroup group, LocalDate day, ZoneId zone, Instant until) {
        LineReader reader = new LineReader(group.names());
        Instant from = day.atStartOfDay(zone).toInstant();
        return store.messages(caller, group.jid(), from, until)
                .collect(Gathering::new, (gathering, message) -> gathering.add(reader, message))
                // a long day is some work: not on the event loop that read it
                .publishOn(Schedulers.parallel())
                .flatMap(gathering -> answered(caller, group, gathering, reader)
                        .map(lines -> new DayRead(
                                new Transcript(group.jid(), group.name(), day, zone, lines),
                                gathering.repliedToElsewhere(),
                                gathering.omitted)))
                .publishOn(Schedulers.parallel());
    }

    /** Replies to messages of other days tell what is answered, as that message is now. */
    private Mono<List<Line>> answered(Caller caller, StoredGroup group, Gathering gathering, LineReader reader) {
        return Flux.fromIterable(gathering.repliedToElsewhere())
                .take(MOST_LOOKUPS)
                .flatMap(id -> store.message(caller, group.jid(), id), LOOKUPS_AT_ONCE)
                .mapNotNull(
                        message -> reader.read(new StoredMessage(message, null)).orElse(null))
                .collectMap(Line::id, TranscriptReader::words)
                .map(words -> gathering.lines.stream()
                        .map(line -> withWords(line, words))
                        .toList());
    }

    private static String words(Line line) {
        return line.speaker() + ": " + PlainText.shortened(PlainText.oneLine(line.text()), LONGEST_REPLY_WORDS);
    }

    private static Line withWords(Line line, Map<String, String> words) {
        String said = line.replyTo() == null ? null : words.get(line.replyTo());
        return said == null
                ? line
                : new Line(
                        line.id(),
                        line.at(),
                        line.speaker(),
                        line.type(),
                        line.text(),
                        line.replyTo(),
                        said,
                        line.edited(),
                        line.reactions(),
                        line.reactionEmojis());
    }

    /** The lines so far. */
    private static final class Gathering {

        private final List<Line> lines = new ArrayList<>();
        private final Set<String> seen = new LinkedHashSet<>();
        private long letters;
        private int omitted;

        void add(LineReader reader, StoredMessage stored) {
            Message message = stored.message();
            // revoked ones too: what answers them is not to be looked up
            if (!seen.add(message.id())) {
                return;
            }
            reader.read(stored).ifPresent(line -> {
                if (lines.size() < MOST_LINES && letters < MOST_LETTERS) {
                    lines.add(line);
                    letters += line.text().length();
                } else {
                    omitted++;
                }
            });
        }

        Set<String> repliedToElsewhere() {
            return lines.stream()
                    .map(Line::replyTo)
                    .filter(id -> id != null && !seen.contains(id))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}

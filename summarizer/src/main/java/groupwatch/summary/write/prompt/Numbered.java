package groupwatch.summary.write.prompt;

import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day whose messages are called 1, 2, 3, … in the order they were said: shorter than WhatsApp's ids, and nothing to be copied wrongly. */
public final class Numbered {

    private final Transcript transcript;
    private final Map<String, Integer> numbers;

    public Numbered(Transcript transcript) {
        this.transcript = transcript;
        this.numbers = HashMap.newHashMap(transcript.lines().size());
        for (Line line : transcript.lines()) {
            numbers.put(line.id(), numbers.size() + 1);
        }
    }

    public Transcript transcript() {
        return transcript;
    }

    /** Also the highest number. */
    public int size() {
        return transcript.lines().size();
    }

    public Line line(int number) {
        return transcript.lines().get(number - 1);
    }

    public String id(int number) {
        return line(number).id();
    }

    /** The number of the message that one answers, where that is of this day. */
    public @Nullable Integer answered(int number) {
        String replyTo = line(number).replyTo();
        return replyTo == null ? null : numbers.get(replyTo);
    }

    /** Names as the group knows them. */
    public List<String> speakers() {
        return transcript.lines().stream().map(Line::speaker).distinct().toList();
    }
}

package groupwatch.summary.transcript;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a group, oldest first. Message ids are unique in it.
 *
 * @param group JID
 * @param day by the clock of {@code zone}
 */
public record Transcript(String group, @Nullable String groupName, LocalDate day, ZoneId zone, List<Line> lines) {

    public Transcript {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** When a line was said, by the group's clock. */
    public LocalTime time(Line line) {
        return line.at().atZone(zone).toLocalTime();
    }

    /** A part of it. */
    public Transcript with(List<Line> part) {
        return new Transcript(group, groupName, day, zone, part);
    }
}

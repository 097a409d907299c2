package groupwatch.store.stats;

import groupwatch.events.identity.Person;
import groupwatch.events.message.Message;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A chat's statistics counted from its shown messages, one by one, in plain Java: what the service's answer has to equal.
 * Knows nothing of the code it checks but the shape of the answer.
 */
final class Recount {

    private static final Set<String> NOT_COUNTED =
            Set.of("reaction", "poll_vote", "pin", "keep", "album", "system", "call", "unknown", "edit_undecryptable");
    private static final Set<String> MEDIA =
            Set.of("image", "video", "video_note", "audio", "voice", "document", "sticker");

    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Message> current;
    private final List<Message> before;

    Recount(Collection<Message> messages, LocalDate from, LocalDate to, ZoneId zone) {
        this.zone = zone;
        this.from = from;
        this.to = to;
        this.current = within(messages, from, to);
        this.before = within(messages, previousFrom(), from);
    }

    private LocalDate previousFrom() {
        return from.minusDays(ChronoUnit.DAYS.between(from, to));
    }

    private List<Message> within(Collection<Message> messages, LocalDate first, LocalDate end) {
        return messages.stream()
                .filter(message -> message.sentAt() != null)
                .filter(message -> !local(message).toLocalDate().isBefore(first)
                        && local(message).toLocalDate().isBefore(end))
                .toList();
    }

    Stats stats(int top) {
        Totals now = totals(current);
        Totals then = totals(before);
        return new Stats(
                new Stats.Period(from, to, zone.getId()),
                now,
                new Stats.Previous(previousFrom(), from, then, change(then, now)),
                top(top),
                IntStream.range(0, 24)
                        .mapToObj(hour -> count(message -> local(message).getHour() == hour))
                        .toList(),
                days(),
                IntStream.rangeClosed(1, 7)
                        .mapToObj(day -> count(message -> weekday(message) == day))
                        .toList(),
                IntStream.rangeClosed(1, 7)
                        .mapToObj(day -> IntStream.range(0, 24)
                                .mapToObj(hour -> count(message -> weekday(message) == day
                                        && local(message).getHour() == hour))
                                .toList())
                        .toList(),
                byType());
    }

    private ZonedDateTime local(Message message) {
        return Objects.requireNonNull(message.sentAt()).atZone(zone);
    }

    private int weekday(Message message) {
        return local(message).getDayOfWeek().getValue();
    }

    private static boolean counts(Message message) {
        return !NOT_COUNTED.contains(message.type().wire());
    }

    private long count(Predicate<Message> wanted) {
        return count(current, wanted);
    }

    private static long count(List<Message> messages, Predicate<Message> wanted) {
        return messages.stream().filter(Recount::counts).filter(wanted).count();
    }

    private List<ByClock.Day> days() {
        List<ByClock.Day> days = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            LocalDate that = day;
            days.add(new ByClock.Day(
                    day, count(message -> local(message).toLocalDate().equals(that))));
        }
        return days;
    }

    private static Totals totals(List<Message> messages) {
        return new Totals(
                count(messages, any -> true),
                writers(messages).size(),
                count(messages, message -> MEDIA.contains(message.type().wire())),
                count(messages, message -> message.type().wire().equals("voice")),
                messages.stream()
                        .filter(message -> message.type().wire().equals("reaction"))
                        .count(),
                count(messages, message -> !message.edits().isEmpty()),
                count(messages, message -> message.revokedAt() != null));
    }

    private static Map<String, List<Message>> writers(List<Message> messages) {
        return messages.stream()
                .filter(Recount::counts)
                .filter(message -> message.sender() != null)
                .collect(Collectors.groupingBy(Recount::jid, TreeMap::new, Collectors.toList()));
    }

    private static String jid(Message message) {
        return Objects.requireNonNull(Objects.requireNonNull(message.sender()).jid());
    }

    private static Change change(Totals then, Totals now) {
        Function<Function<Totals, Long>, @Nullable Double> percent = value -> value.apply(then) == 0
                ? null
                : Math.round(1000.0 * (value.apply(now) - value.apply(then)) / value.apply(then)) / 10.0;
        return new Change(
                percent.apply(Totals::messages),
                percent.apply(Totals::participants),
                percent.apply(Totals::media),
                percent.apply(Totals::voice),
                percent.apply(Totals::reactions),
                percent.apply(Totals::edited),
                percent.apply(Totals::revoked));
    }

    private List<TopSender> top(int most) {
        Map<String, List<Message>> earlier = writers(before);
        long all = count(any -> true);
        return writers(current).entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Message>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(entry -> new TopSender(
                        // names differ by message: only who it is, is compared
                        new Person(entry.getKey(), null, null, null),
                        entry.getValue().size(),
                        Math.round(1000.0 * entry.getValue().size() / all) / 10.0,
                        earlier.getOrDefault(entry.getKey(), List.of()).size()))
                .toList();
    }

    private Map<String, Long> byType() {
        Map<String, Long> types = new LinkedHashMap<>();
        current.stream()
                .collect(Collectors.groupingBy(message -> message.type().wire(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.<Map.Entry<String, Long>>comparingLong(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> types.put(entry.getKey(), entry.getValue()));
        return types;
    }
}

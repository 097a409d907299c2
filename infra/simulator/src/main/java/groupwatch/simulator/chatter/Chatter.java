package groupwatch.simulator.chatter;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import groupwatch.simulator.world.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People who say things of every kind, every two seconds, without end; ten minutes apart in the three days before. */
public final class Chatter implements Scenario {

    private static final List<String> NAMES =
            List.of("Ada", "Bruno", "Chloé", "Dmitri", "Émile", "Fatma", "Gül", "Hugo");
    private static final List<String> TOPICS = List.of("Invented bakery", "Imaginary choir", "Made-up builders");
    private static final Duration BEFORE = Duration.ofDays(3);
    private static final Duration THEN = Duration.ofMinutes(10);
    private static final Duration NOW = Duration.ofSeconds(2);

    private final long seed;
    private final List<Room> rooms;

    public Chatter(long seed) {
        this.seed = seed;
        var people = IntStream.range(0, NAMES.size())
                .mapToObj(i -> new Persona(NAMES.get(i), "551199980%04d".formatted(i), "18889998000%04d".formatted(i)))
                .toList();
        this.rooms = IntStream.range(0, TOPICS.size())
                .mapToObj(i -> new Room(
                        "12036300000099%04d@g.us".formatted(i),
                        TOPICS.get(i) + " (simulated)",
                        "Nobody here exists.",
                        "en",
                        ZoneId.of("UTC"),
                        people.subList(i, i + 5)))
                .toList();
    }

    @Override
    public List<Room> rooms() {
        return rooms;
    }

    @Override
    public List<Happening> history(Instant until) {
        var talk = new Talk(seed, rooms);
        var all = new ArrayList<Happening>();
        for (var at = until.minus(BEFORE); at.isBefore(until); at = at.plus(THEN)) {
            all.add(talk.next(at));
        }
        return all;
    }

    @Override
    public Stream<Happening> live(Instant from) {
        var talk = new Talk(seed + 1, rooms);
        return Stream.iterate(from, at -> at.plus(NOW)).map(talk::next);
    }

    /** Remembers the last messages of each room, to answer, change and react to them. */
    private static final class Talk {

        private static final int KEPT = 20;

        private final Random random;
        private final List<Room> rooms;
        private final List<Happening.Said> recent = new ArrayList<>();

        Talk(long seed, List<Room> rooms) {
            this.random = new Random(seed);
            this.rooms = rooms;
        }

        Happening next(Instant at) {
            var room = pick(rooms);
            var by = random.nextInt(12) == 0 ? null : pick(room.members());
            var about = recent.stream().filter(said -> said.room().equals(room)).toList();
            if (!about.isEmpty() && random.nextInt(4) == 0) {
                return later(pick(about), at, by);
            }
            var reply = !about.isEmpty() && random.nextInt(5) == 0 ? pick(about).id() : null;
            var said = new Happening.Said(id(), at, room, by, content(at), reply, List.of());
            recent.add(said);
            if (recent.size() > KEPT) {
                recent.removeFirst();
            }
            return said;
        }

        private Happening later(Happening.Said said, Instant at, @Nullable Persona by) {
            return switch (random.nextInt(6)) {
                case 0 ->
                    said.content() instanceof Content.Text text
                            ? new Happening.Edited(said.id(), at, said.room(), said.by(), text.text() + " (corrected)")
                            : reaction(said, at, by);
                case 1 -> new Happening.Revoked(said.id(), at, said.room(), said.by());
                case 2 ->
                    said.content() instanceof Content.Poll poll
                            ? new Happening.Voted(id(), said.id(), at, said.room(), by, List.of(pick(poll.options())))
                            : reaction(said, at, by);
                default -> reaction(said, at, by);
            };
        }

        private Happening reaction(Happening.Said said, Instant at, @Nullable Persona by) {
            return new Happening.Reacted(id(), said.id(), at, said.room(), by, pick(List.of("👍", "❤️", "😂", "")));
        }

        private Content content(Instant at) {
            return switch (random.nextInt(16)) {
                case 0 -> new Content.Image("Look at this");
                case 1 -> new Content.Image(null);
                case 2 -> new Content.Voice(2 + random.nextInt(20), "I say something that is not recorded.");
                case 3 ->
                    new Content.Document(
                            "minutes.pdf", "application/pdf", 1, null, "Minutes of a meeting that was not held.");
                case 4 -> new Content.Sticker();
                case 5 -> new Content.Poll("Which day?", List.of("Monday", "Tuesday"));
                case 6 -> new Content.Place("Market square", "Nowhere 1", 52.5, 13.4);
                case 7 -> new Content.Card("Invented Plumber", "5511999899999");
                case 8 -> new Content.Video("A short one", 3);
                default -> new Content.Text("It is " + at + " and all is well.");
            };
        }

        private String id() {
            return "AC" + "%016X%014X".formatted(random.nextLong(), random.nextLong() >>> 8);
        }

        private <T> T pick(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}

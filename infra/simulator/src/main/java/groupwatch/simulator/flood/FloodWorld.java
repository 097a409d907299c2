package groupwatch.simulator.flood;

import groupwatch.simulator.wire.Addressing;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.world.Persona;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** People and chats; few of them say most, as in life. */
final class FloodWorld {

    private static final List<String> FIRST = List.of(
            "Ana", "Bruno", "Carla", "Diego", "Elisa", "Fábio", "Giulia", "Heitor", "Niccolò", "Zélia", "محمد", "דוד",
            "~", "Loja 🌻");
    private static final List<String> LAST = List.of("", " Souza", " Rossi", " D’Amico", " Costa", " 🚀", " Bianchi");
    private static final double SKEW = 1.1;

    private final Random random;
    private final List<Persona> people;
    private final List<Circle> circles;

    /** A group and some of its people. */
    record Circle(Chat.Group chat, List<Persona> members) {}

    FloodWorld(FloodOptions options, Random random) {
        this.random = random;
        var count = (int) Math.max(50, Math.round(Math.sqrt(options.messages()) * 12));
        this.people = IntStream.range(0, count).mapToObj(this::person).toList();
        this.circles = IntStream.range(0, options.groups())
                .mapToObj(i -> circle(i, options.lid()))
                .toList();
    }

    boolean hasGroups() {
        return !circles.isEmpty();
    }

    Circle circle() {
        return circles.get(skewed(circles.size()));
    }

    Persona person() {
        return people.get(skewed(people.size()));
    }

    Persona member(Circle circle) {
        return circle.members().get(skewed(circle.members().size()));
    }

    private Persona person(int i) {
        var name = FIRST.get(random.nextInt(FIRST.size())) + LAST.get(random.nextInt(LAST.size()));
        return new Persona(
                name, "55119%08d".formatted(90_000_000 + i), "2%014d".formatted(70_000_000_000L + i * 7919L));
    }

    private Circle circle(int i, double lid) {
        var addressing = random.nextDouble() < lid ? Addressing.LID : Addressing.PN;
        var size = 5 + random.nextInt(Math.min(250, people.size() - 5));
        var members = IntStream.range(0, size).mapToObj(each -> person()).toList();
        return new Circle(new Chat.Group("1203630000%08d@g.us".formatted(10_000_000 + i), addressing), members);
    }

    /** Index i about as often as 1 / (i + 1). */
    private int skewed(int size) {
        var index = (int) (Math.pow(size + 1.0, Math.pow(random.nextDouble(), SKEW)) - 1);
        return Math.min(index, size - 1);
    }
}

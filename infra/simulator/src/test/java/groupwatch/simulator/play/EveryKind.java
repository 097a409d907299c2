package groupwatch.simulator.play;

import groupwatch.simulator.testing.Shop;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import groupwatch.simulator.world.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two days in which everything happens once that can: the first is history, the second is told as it happened. */
final class EveryKind implements Scenario {

    static final Persona FABIO = new Persona("Fábio", "5511999990005", "188880000000005");
    static final List<Content> CONTENTS = List.of(
            new Content.Text("Bom dia! 🌞"),
            new Content.Image("Promoção"),
            new Content.Image(null),
            new Content.Video("Tour", 4),
            new Content.Voice(7, "Chego às oito"),
            new Content.Document("ata.pdf", "application/pdf", 2, null, "Ata"),
            new Content.Document("notas.txt", "text/plain", 1, "segue", "Notas"),
            new Content.Sticker(),
            new Content.Poll("Que dia?", List.of("Seg", "Ter")),
            new Content.Place("Praça", "Centro", -23.5, -46.6),
            new Content.Card("João", "5511999997777"));

    private final Instant begin;

    EveryKind(Instant begin) {
        this.begin = begin;
    }

    @Override
    public List<Room> rooms() {
        return Shop.ROOMS;
    }

    @Override
    public List<Happening> history(Instant until) {
        var all = new ArrayList<Happening>();
        all.addAll(day("A", begin.minus(Duration.ofHours(40))));
        all.addAll(day("B", begin.minus(Duration.ofHours(10))));
        return all;
    }

    @Override
    public Stream<Happening> live(Instant from) {
        return day("C", begin).stream();
    }

    /** A minute between one thing and the next; ids end in the number of the content. */
    static List<Happening> day(String name, Instant from) {
        var all = new ArrayList<Happening>();
        for (int i = 0; i < CONTENTS.size(); i++) {
            var room = Shop.ROOMS.get(i % Shop.ROOMS.size());
            var reply = i % 2 == 1 && i >= 3 ? id(name, i - 3) : null;
            all.add(said(name, i, from, room, i == 4 ? null : Shop.BRUNO, CONTENTS.get(i), reply));
        }
        var first = Shop.ROOMS.getFirst();
        var later = from.plusSeconds(3600);
        all.add(new Happening.Said(
                id(name, 20), later, first, Shop.ANA, new Content.Text("@Carla veja"), null, List.of(Shop.CARLA)));
        all.add(new Happening.Said(id(name, 21), later, first, Shop.ANA, new Content.Text("errado"), null, List.of()));
        all.add(new Happening.Edited(id(name, 0), later.plusSeconds(60), first, Shop.BRUNO, "Boa tarde!"));
        all.add(new Happening.Revoked(id(name, 21), later.plusSeconds(120), first, Shop.ANA));
        all.add(new Happening.Reacted(id(name, 30), id(name, 0), later.plusSeconds(180), first, Shop.CARLA, "👍"));
        all.add(new Happening.Reacted(id(name, 31), id(name, 3), later.plusSeconds(181), first, null, "❤️"));
        all.add(new Happening.Voted(
                id(name, 32), id(name, 8), later.plusSeconds(240), Shop.ROOMS.get(8 % 3), Shop.CARLA, List.of("Ter")));
        all.add(new Happening.Joined(later.plusSeconds(300), first, FABIO, Shop.ANA));
        all.add(new Happening.Left(later.plusSeconds(360), first, FABIO));
        return all;
    }

    static String id(String day, int number) {
        return "AC5EED" + day + "%025d".formatted(number);
    }

    private static Happening.Said said(
            String day, int i, Instant from, Room room, @Nullable Persona by, Content content, @Nullable String reply) {
        return new Happening.Said(id(day, i), from.plusSeconds(60L * i), room, by, content, reply, List.of());
    }
}

package groupwatch.simulator.testing;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.media.MediaFiles;
import groupwatch.simulator.play.Teller;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.Utterance;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** The invented people and groups of the recordings. */
public final class Shop {

    public static final Persona ANA = new Persona("Ana Souza", "5511999990001", "188880000000001");
    public static final Persona BRUNO = new Persona("Bruno", "5511999990002", "188880000000002");
    public static final Persona CARLA = new Persona("Carla", "5511999990003", "188880000000003");
    public static final Persona IVO = new Persona("Ivo", "5511999990009", "188880000000009");
    public static final Room SALES = room("120363000000000101@g.us", "Equipe Vendas 🚀");
    public static final List<Room> ROOMS = List.of(
            SALES,
            room("120363000000000202@g.us", "Famiglia Rossi"),
            room("120363000000000303@g.us", "Plantão Clínica"));

    private Shop() {}

    private static Room room(String jid, String subject) {
        return new Room(
                jid, subject, "Pedidos e avisos 📣", "pt", ZoneId.of("America/Sao_Paulo"), List.of(ANA, BRUNO, CARLA));
    }

    /** What the recorded queries find. */
    public static void furnish(Instance instance) {
        var at = Instant.parse("2025-10-09T08:00:00Z");
        instance.groups().enter(ROOMS);
        List.of(ANA, BRUNO, CARLA).forEach(person -> instance.contacts().put(person.phoneJid(), person.name(), at));
        var teller = new Teller(instance);
        var chat = new Chat.Direct(ANA, Chat.Form.NUMBER);
        teller.say(
                Utterance.plain("ACB9A24B7FD7A29C9101209B9B525218", chat, ANA, at, new Content.Text("quero 3 pizza")));
        teller.edit(
                "ACB9A24B7FD7A29C9101209B9B525218",
                chat,
                ANA,
                Instant.ofEpochSecond(1_760_000_782),
                "quero 3 pizzas 🍕");
        var sales = instance.groups().chat(SALES);
        teller.say(Utterance.plain(
                "AC00000000000000000000000000000A", sales, CARLA, at, new Content.Text("Pessoal, reunião às 15h")));
        teller.say(Utterance.plain("3AB4C5915C43BC9C316B", sales, BRUNO, at, new Content.Image("teste b64")));
    }

    /** A JPEG somebody may send. */
    public static MediaFile picture() {
        return Objects.requireNonNull(MediaFiles.of("a picture", new Content.Image(null)));
    }
}

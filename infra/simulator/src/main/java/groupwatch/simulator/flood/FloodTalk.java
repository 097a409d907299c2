package groupwatch.simulator.flood;

import groupwatch.simulator.play.Teller;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Utterance;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Persona;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Says one thing after the other, in the mix in which people do. */
final class FloodTalk {

    private static final List<String> WORDS = List.of(
            ("oi bom dia pessoal alguém sabe quando chega o pedido obrigado valeu ok combinado amanhã reunião às horas preço orçamento"
                            + " cliente entrega pagamento pix não sim talvez grazie domani perfetto perché città lunedì va bene ciao 👍 😂"
                            + " kkkkk https://example.com/p?id=1 R$ 49,90 10h30")
                    .split(" "));
    private static final int KEPT = 400;
    private static final int LOOKS = 16;

    private final FloodOptions options;
    private final Random random;
    private final FloodWorld world;
    private final Teller teller;
    private final Clock clock;
    private final List<Utterance> recent = new ArrayList<>();
    private int said;

    FloodTalk(FloodOptions options, Teller teller, Clock clock) {
        this.clock = clock;
        this.options = options;
        this.teller = teller;
        this.random = new Random(options.seed());
        this.world = new FloodWorld(options, random);
    }

    /** The events of the next message, and of what was done to it. */
    List<Event> next() {
        var utterance = utterance(time());
        recent.add(utterance);
        if (recent.size() > KEPT) {
            recent.removeFirst();
        }
        said++;
        if (teller.ignores(utterance.chat())) {
            return List.of();
        }
        var events = new ArrayList<>(teller.say(utterance));
        if (random.nextDouble() < options.changes()) {
            events.addAll(change(utterance));
        }
        return events;
    }

    /** The next messages as history tells them. */
    List<ObjectNode> past(int count, boolean remembered) {
        var all = new ArrayList<ObjectNode>(count);
        for (int i = 0; i < count; i++) {
            var utterance = utterance(time());
            said++;
            if (!teller.ignores(utterance.chat())) {
                all.add(teller.past(utterance, remembered));
            }
        }
        return all;
    }

    boolean coin(double share) {
        return random.nextDouble() < share;
    }

    private Utterance utterance(Instant at) {
        var fromMe = coin(options.fromMe());
        Chat chat;
        Persona by;
        if (!world.hasGroups() || coin(options.direct())) {
            by = world.person();
            chat = new Chat.Direct(by, form());
        } else {
            var circle = world.circle();
            by = world.member(circle);
            chat = circle.chat();
        }
        var content = content();
        var quote = random.nextInt(12) == 0 ? quote(chat) : null;
        return new Utterance(
                id(),
                chat,
                fromMe ? null : by,
                at,
                content,
                quote,
                List.of(),
                wrapping(content),
                "look" + random.nextInt(LOOKS));
    }

    private Chat.Form form() {
        var share = random.nextDouble();
        return share < 0.7 ? Chat.Form.NUMBER : share < 0.95 ? Chat.Form.NUMBER_FOR_LID : Chat.Form.LID_ONLY;
    }

    private Utterance.@Nullable Quote quote(Chat chat) {
        for (var said : recent.reversed()) {
            if (said.chat().equals(chat)) {
                return teller.quote(said.id(), chat);
            }
        }
        return null;
    }

    private Utterance.Wrapping wrapping(Content content) {
        if (content instanceof Content.Text && random.nextInt(50) == 0) {
            return Utterance.Wrapping.DISAPPEARING;
        }
        return content instanceof Content.Image && random.nextInt(20) == 0
                ? Utterance.Wrapping.VIEW_ONCE
                : Utterance.Wrapping.NONE;
    }

    private Content content() {
        var share = random.nextInt(100);
        if (share < 72) {
            return new Content.Text(sentence());
        }
        if (share < 82) {
            return new Content.Image(random.nextInt(5) < 2 ? sentence() : null);
        }
        if (share < 90) {
            return new Content.Voice(1 + random.nextInt(60), sentence());
        }
        return switch (share) {
            case 90, 91 -> new Content.Video(null, 3 + random.nextInt(20));
            case 92, 93 -> new Content.Document("arquivo.pdf", "application/pdf", 1, null, sentence());
            case 94, 95, 96, 97 -> new Content.Sticker();
            case 98 -> new Content.Poll("Que dia?", List.of("Seg", "Ter"));
            default ->
                random.nextBoolean()
                        ? new Content.Place("Praça", "Rua inventada", -23.5 + random.nextDouble(), -46.6)
                        : new Content.Card("Fulano", "5511999997701");
        };
    }

    private String sentence() {
        var words = random.nextInt(20) == 0 ? 60 + random.nextInt(300) : 1 + random.nextInt(14);
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : random.nextInt(25) == 0 ? "\n" : " ")
                    .append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private List<Event> change(Utterance about) {
        var later = about.at().plusSeconds(1 + random.nextInt(600));
        var at = options.live() ? clock.instant() : later;
        return switch (random.nextInt(4)) {
            case 0 ->
                about.content() instanceof Content.Text
                        ? teller.edit(about.id(), about.chat(), about.by(), at, sentence())
                        : react(about, at);
            case 1 -> teller.revoke(about.id(), about.chat(), about.by());
            default -> react(about, at);
        };
    }

    private List<Event> react(Utterance about, Instant at) {
        return teller.react(id(), about.id(), about.chat(), about.by(), at, random.nextInt(5) == 0 ? "" : "👍");
    }

    /** From the first day to the last, or now. */
    private Instant time() {
        var days = Duration.ofDays(options.days());
        var share = (said + random.nextDouble()) / Math.max(1, options.messages());
        var told = options.end().minus(days).plusSeconds((long) (days.toSeconds() * share));
        return options.live() ? clock.instant() : told;
    }

    private String id() {
        var kind = random.nextDouble();
        if (kind < 0.55) {
            return "AC" + hex(30);
        }
        return kind < 0.9 ? "3A" + hex(18) : "3EB0" + hex(18);
    }

    private String hex(int length) {
        var hex = new StringBuilder();
        while (hex.length() < length) {
            hex.append(String.format(Locale.ROOT, "%08X", random.nextInt()));
        }
        return hex.substring(0, length);
    }
}

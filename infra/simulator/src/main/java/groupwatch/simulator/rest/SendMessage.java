package groupwatch.simulator.rest;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.instance.Background;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.time.Delays;
import groupwatch.simulator.wire.Body;
import groupwatch.simulator.wire.Changes;
import groupwatch.simulator.wire.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Sends what a request says: remembers it, tells it as {@code send.message}, and lets the other side receive and read it. */
@Component
class SendMessage {

    private static final int ID_BYTES = 9;

    private final Background background;
    private final SimulatorSettings.Receipts receipts;
    private final Delays delays;
    private final Clock clock;

    SendMessage(Background background, SimulatorSettings settings, Delays delays, Clock clock) {
        this.delays = delays;
        this.background = background;
        this.receipts = settings.receipts();
        this.clock = clock;
    }

    /** Like the ids that the web client makes. */
    static String newId() {
        var bytes = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "3EB0" + HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }

    Instant now() {
        return clock.instant();
    }

    /** @return what the API answers: the message as it is told */
    Mono<ObjectNode> send(Instance instance, Recipient to, BiFunction<String, SentBodies, Body> content) {
        return send(instance, to, newId(), content, null);
    }

    /** @param file of the message, remembered for {@code getBase64FromMediaMessage} */
    Mono<ObjectNode> send(
            Instance instance,
            Recipient to,
            String id,
            BiFunction<String, SentBodies, Body> content,
            @Nullable MediaFile file) {
        var at = clock.instant();
        var body = content.apply(id, new SentBodies(instance, to, at));
        var data = instance.json().sent(to.jid(), id, at, body);
        if (file != null) {
            instance.uploads().keep(id, file);
        }
        var row = instance.messages().keep(data, null);
        instance.chats().put(to.jid(), null, at);
        if (to.isDirect() && !body.type().equals("reactionMessage")) {
            background.start(instance, "receipts of " + id, receipts(instance, row));
        }
        return instance.outbox()
                .send(Event.of("send.message", told(data, file, instance)))
                .thenReturn(data);
    }

    private static ObjectNode told(ObjectNode data, @Nullable MediaFile file, Instance instance) {
        if (file == null || !instance.link().base64()) {
            return data;
        }
        var told = data.deepCopy();
        ((ObjectNode) told.path("message")).put("base64", Base64.getEncoder().encodeToString(file.bytes()));
        return told;
    }

    private Mono<Void> receipts(Instance instance, KeptMessage row) {
        return delays.of(receipts.delivered())
                .then(receipt(instance, row, "DELIVERY_ACK"))
                .then(delays.of(receipts.read().minus(receipts.delivered())))
                .then(receipt(instance, row, "READ"));
    }

    private static Mono<Void> receipt(Instance instance, KeptMessage row, String status) {
        return Mono.defer(() -> {
            instance.messages().update(row, status);
            return instance.outbox()
                    .send(Event.of("messages.update", Changes.receipt(row.row(), status, instance.id())));
        });
    }
}

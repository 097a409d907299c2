package groupwatch.simulator.store;

import groupwatch.simulator.wire.Changes;
import groupwatch.simulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A message as it was told, with what became of it. Its JSON is kept as bytes: a tree of it would be ten times as large. */
public final class KeptMessage {

    private final String databaseId;
    private final String keyId;
    private final String chat;
    private final boolean fromMe;
    private final @Nullable String participant;
    private final @Nullable FileSource file;
    private final long sentAt;
    private final List<Update> updates = new ArrayList<>(0);
    private Packed data;
    private String messageType;
    private volatile Place place;

    /** A row of Evolution's status table. */
    public record Update(String databaseId, String status) {}

    KeptMessage(long serial, String databaseId, ObjectNode data, @Nullable FileSource file) {
        var key = data.path("key");
        this.databaseId = databaseId;
        this.keyId = key.path("id").asString("");
        this.chat = key.path("remoteJid").asString("");
        this.fromMe = key.path("fromMe").asBoolean(false);
        this.participant = key.has("participant") ? key.path("participant").asString("") : null;
        this.file = file;
        this.data = Packed.of(new byte[0]);
        this.messageType = "";
        this.sentAt = data.path("messageTimestamp").asLong(0);
        this.place = new Place(sentAt, serial);
        tell(data);
    }

    public String databaseId() {
        return databaseId;
    }

    public String keyId() {
        return keyId;
    }

    public String chat() {
        return chat;
    }

    public boolean fromMe() {
        return fromMe;
    }

    /** Absent for what the API sent. */
    public @Nullable String participant() {
        return participant;
    }

    /** Absent for what has none. */
    public @Nullable FileSource file() {
        return file;
    }

    public synchronized String messageType() {
        return messageType;
    }

    /** Seconds; an edit overwrites it, as in Evolution. */
    public long timestamp() {
        return place.timestamp();
    }

    /** Seconds, as it was first told. */
    public long sentAt() {
        return sentAt;
    }

    Place place() {
        return place;
    }

    public synchronized ObjectNode data() {
        return Json.read(data.unpacked());
    }

    /** The content alone, as a quote of it shows it. */
    public ObjectNode quoted() {
        var message = (ObjectNode) data().path("message");
        message.remove("messageContextInfo");
        return message;
    }

    public synchronized List<Update> updates() {
        return List.copyOf(updates);
    }

    public Changes.Row row() {
        return new Changes.Row(databaseId, keyId, chat, fromMe, participant);
    }

    synchronized void update(Update update) {
        updates.add(update);
    }

    /** What became of another row of the same message became of this one too. */
    KeptMessage like(KeptMessage other) {
        other.updates().forEach(this::update);
        return this;
    }

    synchronized void tell(ObjectNode told) {
        data = Packed.of(Json.write(told));
        messageType = told.path("messageType").asString("");
        place = new Place(told.path("messageTimestamp").asLong(0), place.serial());
    }
}

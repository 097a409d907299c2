package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Identities;
import groupwatch.events.observed.ConnectionSeen;
import groupwatch.events.observed.InstanceLifecycle;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.QrCodeSeen;
import groupwatch.events.observed.QrLimitReached;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The link between an instance and WhatsApp: its state, codes to scan, instances that come and go. */
final class LinkEvents {

    private LinkEvents() {}

    static List<Observation> connection(Envelope envelope) {
        return envelope.each(data -> connection(data, "state", "statusReason"));
    }

    /** {@code status.instance} precedes the final close. */
    static List<Observation> closed(Envelope envelope) {
        return envelope.each(data -> connection(data, "status", "disconnectionReasonCode"));
    }

    static List<Observation> qrCode(Envelope envelope) {
        return envelope.each(LinkEvents::code);
    }

    /** {@code data} may be null: the event's name says it all. */
    static EventReader lifecycle(String kind) {
        return envelope -> List.of(new InstanceLifecycle(kind));
    }

    private static List<Observation> connection(JsonNode data, String state, String reason) {
        String told = Proto.text(data, state);
        return told == null
                ? List.of()
                : List.of(new ConnectionSeen(
                        told,
                        Numbers.count(data.path(reason)),
                        Identities.of(Proto.jid(data, "wuid")),
                        Proto.text(data, "profileName")));
    }

    private static List<Observation> code(JsonNode data) {
        JsonNode qr = data.path("qrcode");
        String code = Proto.text(qr, "code");
        if (code != null) {
            return List.of(new QrCodeSeen(code, Proto.text(qr, "base64"), Proto.text(qr, "pairingCode")));
        }
        String message = Proto.text(data, "message");
        return message == null && Numbers.whole(data.path("statusCode")) == null
                ? List.of()
                : List.of(new QrLimitReached(message));
    }
}

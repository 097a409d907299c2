package groupwatch.simulator.wire;

import groupwatch.simulator.world.Persona;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The link between an instance and WhatsApp: its state, its end, codes to scan. */
public final class LinkJson {

    private static final int OK = 200;

    private LinkJson() {}

    public static Event connecting(String instance) {
        return state(instance, "connecting", OK);
    }

    public static Event open(String instance, Persona account) {
        return Event.of(
                "connection.update",
                Json.object()
                        .put("instance", instance)
                        .put("wuid", account.phoneJid())
                        .put("profileName", account.name())
                        .putNull("profilePictureUrl")
                        .put("state", "open")
                        .put("statusReason", OK));
    }

    public static Event closed(String instance, int reason) {
        return state(instance, "close", reason);
    }

    public static Event refused(String instance) {
        return state(instance, "refused", 428);
    }

    private static Event state(String instance, String state, int reason) {
        return Event.of(
                "connection.update",
                Json.object().put("instance", instance).put("state", state).put("statusReason", reason));
    }

    /** Precedes the final close. */
    public static Event ended(String instance, Instant at, int reason) {
        var error = Json.object();
        error.putObject("error")
                .put("isBoom", true)
                .set(
                        "output",
                        Json.object()
                                .put("statusCode", reason)
                                .set(
                                        "payload",
                                        Json.object()
                                                .put("statusCode", reason)
                                                .put("error", "Stream Errored (conflict)")
                                                .put("message", "Stream Errored (conflict)")));
        error.put("date", Times.iso(at));
        return Event.of(
                "status.instance",
                Json.object()
                        .put("instance", instance)
                        .put("status", "closed")
                        .put("disconnectionAt", Times.iso(at))
                        .put("disconnectionReasonCode", reason)
                        .put("disconnectionObject", error.toString()));
    }

    /** @param image a {@code data:} URL */
    public static Event qrCode(String instance, @Nullable String pairingCode, String code, String image) {
        var data = Json.object();
        data.putObject("qrcode")
                .put("instance", instance)
                .put("pairingCode", pairingCode)
                .put("code", code)
                .put("base64", image);
        return Event.of("qrcode.updated", data);
    }

    public static Event qrLimit() {
        return Event.of(
                "qrcode.updated",
                Json.object()
                        .put("message", "QR code limit reached, please login again")
                        .put("statusCode", 500));
    }

    public static Event lifecycle(String name, String instance, String id) {
        return Event.of(name, Json.object().put("instanceName", instance).put("instanceId", id));
    }
}

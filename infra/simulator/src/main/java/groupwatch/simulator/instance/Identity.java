package groupwatch.simulator.instance;

import groupwatch.simulator.media.Noise;
import groupwatch.simulator.world.Persona;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What never changes of an instance.
 *
 * @param token its own API key
 * @param integration WHATSAPP-BAILEYS, or one of the channels that need no phone either: EVOLUTION, WHATSAPP-BUSINESS
 * @param number as given when it was created
 */
public record Identity(
        String name,
        String token,
        String integration,
        @Nullable String number,
        @Nullable String businessId,
        Instant createdAt) {

    public static final String BAILEYS = "WHATSAPP-BAILEYS";
    public static final String EVOLUTION = "EVOLUTION";
    public static final String CLOUD_API = "WHATSAPP-BUSINESS";

    /** The same for the same name. */
    public String id() {
        return UUID.nameUUIDFromBytes(("groupwatch simulator " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The row in a database that is not there. */
    public String rowId(String table) {
        return "c" + HexFormat.of().formatHex(Noise.bytes(table + name, 12));
    }

    public boolean needsPairing() {
        return integration.equals(BAILEYS);
    }

    /** The account that is linked once a code was scanned. Its number is invented. */
    Persona account() {
        var digits = "%05d".formatted(Noise.number(name, 100_000));
        var phone = number == null ? "55119990" + digits : number.replaceAll("\\D", "");
        return new Persona("Simulated phone", phone, "1999000000" + digits);
    }

    @Override
    public String toString() {
        return "Identity[" + name + "]";
    }
}

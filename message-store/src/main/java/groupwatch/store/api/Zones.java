package groupwatch.store.api;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads the time zone by whose clock days and hours are meant: parameter {@code tz}, UTC unless given. */
public final class Zones {

    private Zones() {}

    /** Only names: their offsets are whole quarters of an hour, which is what activity is counted by. */
    public static ZoneId zone(Parameters parameters) {
        String name = parameters.text("tz");
        if (name == null) {
            return ZoneOffset.UTC;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Parameters.bad("tz", "must be a time zone like America/Sao_Paulo or UTC");
        }
        return ZoneId.of(name);
    }

    /** As it is written in parameters and answers. */
    public static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}

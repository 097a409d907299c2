package groupwatch.events.message;

import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param latitude in degrees, WGS 84
 * @param longitude in degrees, WGS 84
 */
public record Location(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String name,
        @Nullable String address) {}

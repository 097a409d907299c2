package groupwatch.kit.objects;

import java.time.Instant;

/**
 * What the store knows of an object.
 *
 * @param size in bytes
 * @param storedAt by the store's clock
 */
public record StoredObject(String key, long size, Instant storedAt) {}

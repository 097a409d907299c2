package groupwatch.events.observed;

/**
 * An instance came or went.
 *
 * @param kind created, deleted, logged_out, removed
 */
public record InstanceLifecycle(String kind) implements Observation {}

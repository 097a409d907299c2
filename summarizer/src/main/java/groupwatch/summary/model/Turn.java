package groupwatch.summary.model;

/** What one side said. */
public record Turn(Role role, String text) {

    /** Who. */
    public enum Role {
        USER,
        ASSISTANT
    }
}

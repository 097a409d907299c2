package groupwatch.events.message;

import groupwatch.events.identity.Person;
import java.util.List;

/** An answer one can vote for, with the newest vote of each person. */
public record PollOption(String name, int votes, List<Person> voters) {

    public PollOption {
        voters = voters == null ? List.of() : List.copyOf(voters);
    }

    /** An option as a poll offers it, before anybody voted. */
    public static PollOption unvoted(String name) {
        return new PollOption(name, 0, List.of());
    }
}

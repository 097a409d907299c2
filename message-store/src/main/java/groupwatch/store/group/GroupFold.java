package groupwatch.store.group;

import static java.util.stream.Collectors.toMap;

import groupwatch.events.group.Group;
import groupwatch.events.group.Participant;
import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The state of a group out of its rows: a pure function, so the same rows always show the same group. The rows of one
 * person's phone number and LID become one participant.
 */
final class GroupFold {

    private final GroupRows rows;
    private final Function<String, Person> people;
    private final Map<String, Attribute> attributes;

    private GroupFold(GroupRows rows, Function<String, Person> people) {
        this.rows = rows;
        this.people = people;
        this.attributes =
                rows.attributes().stream().collect(toMap(Attribute::name, Function.identity(), Attribute::newest));
    }

    /**
     * @param people tells of each identity who it is; the same person for a phone number and the LID linked to it
     */
    static Group fold(GroupRows rows, Function<String, Person> people) {
        return new GroupFold(rows, people).fold();
    }

    private Group fold() {
        return new Group(
                rows.jid(),
                rows.revision(),
                name(),
                text(Attribute.DESCRIPTION),
                owner(),
                time(Attribute.CREATED_AT),
                flag(Attribute.ANNOUNCE_ONLY),
                flag(Attribute.LOCKED),
                number(Attribute.EPHEMERAL_SECONDS),
                flag(Attribute.COMMUNITY),
                text(Attribute.LINKED_PARENT),
                number(Attribute.SIZE),
                participants(),
                rows.monitored(),
                rows.instances());
    }

    private List<Participant> participants() {
        Attribute list = attributes.get(Attribute.PARTICIPANTS);
        Instant listedAt = list == null ? null : list.at();
        Map<Person, Membership> memberships = new LinkedHashMap<>();
        rows.members().stream()
                .sorted(Comparator.comparing(Membership::identity))
                .forEach(row -> memberships.merge(people.apply(row.identity()), row, Membership::merge));
        return memberships.entrySet().stream()
                .map(entry -> participant(entry.getKey(), entry.getValue(), listedAt))
                .toList();
    }

    private static Participant participant(Person person, Membership membership, @Nullable Instant listedAt) {
        Instant goneAt = membership.goneAt(listedAt);
        return new Participant(
                person,
                membership.roleUnless(goneAt),
                membership.firstSeen(),
                membership.lastSeen(),
                membership.joinedAt(),
                goneAt);
    }

    private @Nullable String name() {
        String name = text(Attribute.NAME);
        return name == null ? text(Attribute.CHAT_NAME) : name;
    }

    private @Nullable Person owner() {
        String owner = text(Attribute.OWNER);
        return owner == null ? null : people.apply(owner);
    }

    private @Nullable String text(String name) {
        Attribute attribute = attributes.get(name);
        // an empty description is one that was taken away
        return attribute == null || attribute.value().isEmpty() ? null : attribute.value();
    }

    private @Nullable Boolean flag(String name) {
        String text = text(name);
        return text == null ? null : Boolean.valueOf(text);
    }

    private @Nullable Integer number(String name) {
        String text = text(name);
        return text == null ? null : Integer.valueOf(text);
    }

    private @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : Instant.parse(text);
    }
}

package groupwatch.store.group;

import static groupwatch.store.group.Newest.earliest;
import static groupwatch.store.group.Newest.isAfter;
import static groupwatch.store.group.Newest.latest;

import groupwatch.events.group.AdminRole;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody in a group under one identity, or, merged, of one person. Times only ever widen, so merging
 * is commutative, associative and idempotent.
 *
 * @param spokeAt the newest message they sent to the group
 * @param listedAt the newest list of participants they were on
 * @param role wire name of an {@link AdminRole}, as of {@code roleAt}
 */
record Membership(
        String identity,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant spokeAt,
        @Nullable Instant listedAt,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt,
        @Nullable String role,
        @Nullable Instant roleAt) {

    private static final Comparator<Membership> BY_ROLE = Comparator.comparing(Membership::roleAt, Newest.ORDER)
            .thenComparing(Membership::role, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Membership spoke(String identity, Instant at) {
        return new Membership(identity, at, at, at, null, null, null, null, null);
    }

    static Membership seen(String identity, Instant at) {
        return new Membership(identity, at, at, null, null, null, null, null, null);
    }

    static Membership listed(String identity, String role, Instant at) {
        return new Membership(identity, at, at, null, at, null, null, role, at);
    }

    static Membership joined(String identity, String role, Instant at) {
        return new Membership(identity, at, at, null, null, at, null, role, at);
    }

    static Membership left(String identity, Instant at) {
        return new Membership(identity, at, at, null, null, null, at, null, null);
    }

    static Membership became(String identity, String role, Instant at) {
        return new Membership(identity, at, at, null, null, null, null, role, at);
    }

    /** Both as one, under this identity. */
    Membership merge(Membership other) {
        Membership ruling = BY_ROLE.compare(this, other) >= 0 ? this : other;
        return new Membership(
                identity,
                earliest(firstSeen, other.firstSeen),
                latest(lastSeen, other.lastSeen),
                latest(spokeAt, other.spokeAt),
                latest(listedAt, other.listedAt),
                latest(joinedAt, other.joinedAt),
                latest(leftAt, other.leftAt),
                ruling.role,
                ruling.roleAt);
    }

    /**
     * When they went, if they are not in the group: they left and gave no sign of being back, or a later whole list
     * lacks them.
     *
     * @param groupListedAt the newest whole list of the group's participants
     */
    @Nullable
    Instant goneAt(@Nullable Instant groupListedAt) {
        Instant missedAt = isAfter(groupListedAt, listedAt) ? groupListedAt : null;
        Instant gone = latest(leftAt, missedAt);
        Instant there = latest(latest(joinedAt, listedAt), spokeAt);
        if (gone == null || isAfter(there, gone)) {
            return null;
        }
        return isAfter(leftAt, there) ? leftAt : gone;
    }

    /** @param goneAt when they went; who is gone is nothing but a member */
    AdminRole roleUnless(@Nullable Instant goneAt) {
        return goneAt != null || role == null ? AdminRole.MEMBER : AdminRole.of(role);
    }
}

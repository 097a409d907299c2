package groupwatch.store.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Who takes part in a generated day: two linked accounts, groups that one or both of them see, and people. */
final class Cast {

    /** A linked account. */
    record Account(String instance, String jid) {}

    /** Somebody with a phone number and a LID. */
    record Someone(String phone, String lid, String name) {}

    /** A group, and the accounts that see it. */
    record Group(String jid, List<Account> seenBy) {}

    final Account north = new Account("loja-norte", "5511999990000@s.whatsapp.net");
    final Account south = new Account("loja-sul", "5511999990009@s.whatsapp.net");
    final List<Account> accounts = List.of(north, south);

    final List<Group> groups = List.of(
            new Group("120363000000000101@g.us", accounts),
            new Group("120363000000000102@g.us", accounts),
            new Group("120363000000000103@g.us", List.of(north)),
            new Group("120363000000000104@g.us", List.of(south)));

    final List<Someone> people = IntStream.range(0, 24)
            .mapToObj(i -> new Someone(
                    "55119888800%02d@s.whatsapp.net".formatted(i),
                    "1777700000000%02d@lid".formatted(i),
                    i % 5 == 0 ? "Zoë %d 🌻".formatted(i) : "Person " + i))
            .toList();

    private final Random random;

    Cast(Random random) {
        this.random = random;
    }

    Someone anybody() {
        return any(people);
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

package groupwatch.summary.ask.find;

import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.testing.FakeStore;
import groupwatch.summary.ask.testing.Talk;
import groupwatch.summary.ask.when.Period;
import groupwatch.summary.ask.words.Tongue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Two groups in which something was said, and how to look for it. */
abstract class Finding {

    static final String FAMILY = "120363000000000101@g.us";
    static final String SHOP = "120363000000000102@g.us";
    static final Instant NOW = Instant.parse("2026-03-18T14:30:00Z");
    static final Caller ANYBODY = new Caller("reader", Set.of("ask"), null);
    static final int ROOM = 8000;

    final FakeStore store = new FakeStore();
    final FindMessages find = new FindMessages(store, new FindScope(store), new Neighbours(store), new Newest(store));

    @BeforeEach
    void people() {
        store.group(FAMILY, "Família Souza").group(SHOP, "Loja Norte");
        store.said(
                Talk.of(FAMILY, "F1", "2026-03-17T09:00:00Z", "Ana Souza", "The plumber comes on Friday at nine"),
                Talk.of(FAMILY, "F2", "2026-03-17T09:01:00Z", "Bruno", "Who lets him in?"),
                Talk.of(FAMILY, "F3", "2026-03-17T09:05:00Z", "Ana Souza", "I do")
                        .answering("F2", "Who lets him in?"),
                Talk.of(FAMILY, "F4", "2026-02-10T12:00:00Z", "Bruno", "The last plumber was too expensive"),
                Talk.of(SHOP, "S1", "2026-03-18T08:00:00Z", "Carla", "Budgets for the new shelves are due"),
                Talk.of(SHOP, "S2", "2026-03-16T08:00:00Z", "Ana Souza", "The shelves cost 900"));
    }

    Found found(String question) {
        return find(wanted(ANYBODY, question, List.of(), null, List.of()));
    }

    Found find(Wanted wanted) {
        return Objects.requireNonNull(find.find(wanted, ROOM).block());
    }

    static Wanted wanted(
            Caller caller, String question, List<String> groups, @Nullable Period period, List<String> earlier) {
        return new Wanted(
                caller, question, earlier, groups, period, ZoneId.of("Europe/Berlin"), NOW, Tongue.guess(question));
    }

    static List<String> ids(Found found) {
        return found.sources().stream().map(source -> source.line().id()).toList();
    }
}

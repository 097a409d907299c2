package groupwatch.store.message;

import groupwatch.events.message.Edit;
import groupwatch.store.message.Fact.Edited;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edits of a message, each once. One act is told twice, with the edit's own time and with that of a webhook: the
 * inexact one disappears beside an exact one of the same text, and of inexact ones with the same text the earliest stays:
 * a later one is the same webhook delivered again. An exact one that leaves the text as it was is no edit: it is the one before as
 * the gateway's own store knows it, with another clock's time and to the second only, or the mark that a revoke left there.
 */
record Edits(List<Edited> inOrder) {

    private static final Comparator<Edited> ORDER =
            Comparator.comparing(Edited::at).thenComparing(edited -> Digest.of(edited.text()));

    static Edits of(StoredMessage message, Collection<Edited> seen) {
        Set<String> exact = new HashSet<>();
        seen.stream()
                .filter(Edited::exact)
                .map(edited -> Digest.of(edited.text()))
                .forEach(exact::add);
        List<Edited> kept = new ArrayList<>();
        Set<String> told = new HashSet<>();
        seen.stream()
                .filter(edited -> edited.exact() || !exact.contains(Digest.of(edited.text())))
                .sorted(ORDER)
                .filter(edited -> edited.exact() || told.add(Digest.of(edited.text())))
                .forEach(kept::add);
        return new Edits(changing(original(message), kept));
    }

    /** As it was sent, which only a message tells that came while it happened; absent where it may be an edited one. */
    private static @Nullable String original(StoredMessage message) {
        StoredContent content = message.content();
        return content.isLive() ? Objects.requireNonNullElse(content.text(), "") : null;
    }

    private static List<Edited> changing(@Nullable String original, List<Edited> edits) {
        List<Edited> changing = new ArrayList<>();
        String text = original;
        for (Edited edit : edits) {
            if (!edit.exact() || text == null || !text.equals(edit.text())) {
                changing.add(edit);
            } else if (!changing.isEmpty() && isToTheSecond(changing.getLast()) && !isToTheSecond(edit)) {
                changing.set(changing.size() - 1, edit);
            }
            text = edit.text();
        }
        return changing;
    }

    private static boolean isToTheSecond(Edited edit) {
        return edit.exact() && edit.at().getNano() == 0;
    }

    /** Whether this one is among those that stayed. */
    boolean shows(Edited edited) {
        return inOrder.contains(edited);
    }

    List<Edit> shown() {
        return inOrder.stream()
                .map(edited -> new Edit(edited.text(), edited.at()))
                .toList();
    }

    @Nullable
    Instant lastAt() {
        return inOrder.isEmpty() ? null : inOrder.getLast().at();
    }

    /** The text after the last edit that can be read. */
    @Nullable
    String textAfter(@Nullable String original) {
        return inOrder.reversed().stream()
                .map(Edited::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(original);
    }
}

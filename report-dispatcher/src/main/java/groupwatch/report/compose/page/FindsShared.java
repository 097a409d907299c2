package groupwatch.report.compose.page;

import groupwatch.report.compose.page.Body.Find;
import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.room.Level;
import groupwatch.report.compose.room.Room;
import groupwatch.report.compose.room.Weight;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.shown.Shown.Stretch;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.content.KeywordAlert.Hit;
import groupwatch.report.plan.Search;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out what searches found in the room that there is: of each some hits, then one more of each in turn until the room is used; with more searches than
 * have room for some hits the others are named, or counted.
 */
final class FindsShared {

    private static final int BRIEF_HITS = 2;
    private static final int QUERY = 120;

    private final Telling telling;
    private final Words words;

    FindsShared(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    Body.Finds body(List<Found> found, long room) {
        List<Shelf> shelves = found.stream().map(Shelf::new).toList();
        List<Shelf> told = new ArrayList<>();
        List<Mention> named = new ArrayList<>();
        List<Level> levels = Room.share(shelves.stream().map(Shelf::weight).toList(), room);
        for (int at = 0; at < levels.size(); at++) {
            switch (levels.get(at)) {
                case WHOLE, BRIEF -> told.add(shelves.get(at));
                case NAMED -> named.add(shelves.get(at).mention);
                case COUNTED -> {}
            }
        }
        int left = found.size() - told.size() - named.size();
        if (told.size() == found.size()) {
            fill(told, room);
        }
        Mentions others = named.isEmpty() && left == 0
                ? null
                : new Mentions("", named, left == 0 ? null : words.count("searches.more", left));
        return new Body.Finds(told.stream().map(Shelf::find).toList(), others);
    }

    private static void fill(List<Shelf> shelves, long room) {
        long free = room - shelves.stream().mapToLong(Shelf::weighs).sum();
        boolean fits = true;
        while (fits) {
            fits = false;
            for (Shelf shelf : shelves) {
                int next = shelf.next();
                if (next > 0 && next <= free) {
                    free -= next;
                    shelf.shown++;
                    fits = true;
                }
            }
        }
    }

    /** What a search found, with as many hits as are shown. */
    private final class Shelf {

        private final Found found;
        private final List<Body.Hit> hits;
        private final Mention mention;
        private int shown;

        Shelf(Found found) {
            this.found = found;
            this.hits = found.hits().stream().map(FindsShared.this::hit).toList();
            this.mention = new Mention(name(found.search()), telling.links().home(), words.number(total(found)));
            this.shown = Math.min(BRIEF_HITS, hits.size());
        }

        Weight weight() {
            return new Weight(weighs(), weighs(), Weighed.of(mention));
        }

        int weighs() {
            return Weighed.of(find());
        }

        /** How much one more hit takes; 0 when all are shown. */
        int next() {
            return shown == hits.size() ? 0 : Weighed.of(hits.get(shown));
        }

        Find find() {
            return new Find(
                    name(found.search()),
                    Shown.text(found.search().query(), QUERY),
                    words.count("hits", total(found)),
                    hits.subList(0, shown),
                    more());
        }

        private @Nullable String more() {
            int more = total(found) - shown;
            return more == 0 ? null : words.count("more", more);
        }
    }

    private Body.Hit hit(Hit hit) {
        String sender = telling.sender(hit.sender());
        return new Body.Hit(
                telling.name(hit.group()),
                hit.sentAt() == null ? sender : sender + " " + telling.times().time(hit.sentAt()),
                telling.links().message(hit.group().jid(), hit.message()),
                Shown.parts(
                        hit.excerpt(),
                        Telling.EXCERPT,
                        hit.marks().stream()
                                .map(mark -> new Stretch(mark.start(), mark.end()))
                                .toList()));
    }

    static String name(Search search) {
        String name = Shown.text(search.name(), Telling.NAME);
        return name.isEmpty() ? Shown.text(search.query(), Telling.NAME) : name;
    }

    static int total(Found found) {
        return found.hits().size() + found.more();
    }
}

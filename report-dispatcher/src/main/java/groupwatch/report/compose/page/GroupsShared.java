package groupwatch.report.compose.page;

import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.page.Page.Link;
import groupwatch.report.compose.room.Level;
import groupwatch.report.compose.room.Room;
import groupwatch.report.compose.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays groups out in the room that there is: whole, brief, named or counted, and none unsaid. */
final class GroupsShared {

    /** Of the room, for those that were silent. */
    private static final int SILENT = 8;

    private final Telling telling;
    private final List<GroupSection> sections = new ArrayList<>();
    private final Map<String, List<Mention>> apart = new LinkedHashMap<>();
    private final List<Mention> others = new ArrayList<>();
    private int counted;
    private long countedMessages;

    private GroupsShared(Telling telling) {
        this.telling = telling;
    }

    /** @param silent those that were silent, all of them; named as far as there is room */
    static Body.Groups of(Telling telling, List<Told> groups, List<Mention> silent, long room) {
        Mentions quiet = named(telling, telling.words().say("silent"), silent, room / SILENT);
        long left = room - quiet.named().stream().mapToInt(Weighed::of).sum();
        GroupsShared shared = new GroupsShared(telling);
        List<Level> levels = Room.share(groups.stream().map(Told::weight).toList(), left);
        for (int at = 0; at < groups.size(); at++) {
            shared.add(groups.get(at), levels.get(at));
        }
        return shared.body(silent.isEmpty() ? null : quiet);
    }

    private void add(Told group, Level level) {
        if (level == Level.COUNTED) {
            counted++;
            countedMessages += group.messages();
        } else if (group.apart() != null) {
            apart.computeIfAbsent(group.apart(), why -> new ArrayList<>()).add(group.mention());
        } else {
            switch (level) {
                case WHOLE -> sections.add(group.whole());
                case BRIEF -> sections.add(group.brief());
                default -> others.add(group.mention());
            }
        }
    }

    private Body.Groups body(@Nullable Mentions silent) {
        List<Mentions> mentions = new ArrayList<>();
        if (!others.isEmpty()) {
            mentions.add(new Mentions(telling.words().say("others"), others, null));
        }
        apart.forEach((why, named) -> mentions.add(new Mentions(why, named, null)));
        if (silent != null) {
            mentions.add(silent);
        }
        boolean nothing = sections.isEmpty() && others.isEmpty() && apart.isEmpty() && counted == 0;
        return new Body.Groups(sections, nothing ? telling.words().say("quiet") : null, mentions, rest());
    }

    private @Nullable Link rest() {
        if (counted == 0) {
            return null;
        }
        Words words = telling.words();
        return new Link(
                words.count("rest", counted, words.count("messages", countedMessages)),
                telling.links().home());
    }

    /** As many as there is room for, the first at least. */
    static Mentions named(Telling telling, String label, List<Mention> all, long room) {
        int fit = 0;
        long used = 0;
        while (fit < all.size() && (fit == 0 || used + Weighed.of(all.get(fit)) <= room)) {
            used += Weighed.of(all.get(fit++));
        }
        int more = all.size() - fit;
        return new Mentions(
                label, all.subList(0, fit), more == 0 ? null : telling.words().count("rest.plain", more));
    }
}

package groupwatch.store.search.find;

import groupwatch.store.search.query.Query;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.who.Resolver;
import java.util.ArrayList;
import java.util.List;

/** What the asker should know before believing the answer. */
final class Warnings {

    private Warnings() {}

    static List<String> of(Understood understood) {
        List<String> warnings = new ArrayList<>();
        understood.parsed().ignored().forEach(text -> warnings.add("“" + text + "” has nothing to look for; ignored."));
        understood.query().parts().forEach(part -> {
            switch (part) {
                case Query.From from -> people(from.who(), understood, warnings);
                case Query.In in -> chats(in.chat(), understood, warnings);
                default -> {
                    // nothing to doubt
                }
            }
        });
        if (understood.scope().isNowhere()) {
            warnings.add("There is no chat left to search.");
        }
        if (understood.range().isEmpty()) {
            warnings.add("No time is left: the end is not after the beginning.");
        }
        boolean inflected = understood.texts().stream().anyMatch(Warnings::mayHaveStems);
        if (inflected && understood.scope().language() == null) {
            warnings.add("Words are found as they are written, without other forms: "
                    + "the chats searched have no language, or not all the same one.");
        }
        if (understood.query().wanted().findAny().isEmpty()) {
            warnings.add("Everything is asked for but what is excluded; far back this is slow.");
        }
        if (!understood.texts().isEmpty()) {
            warnings.add("By rank, the newest " + HitSql.RANKED + " hits are compared.");
        }
        return warnings;
    }

    private static boolean mayHaveStems(Text text) {
        return !text.isPhrase()
                && !text.exact()
                && !text.prefix()
                && text.words().getFirst().inflected();
    }

    private static void people(String who, Understood understood, List<String> warnings) {
        if (who.equalsIgnoreCase(Resolver.ME)) {
            return;
        }
        int people = understood.resolved().people(who).size();
        if (people == 0) {
            warnings.add("from: nobody known is “" + who + "”; it finds nothing.");
        } else if (people > 1) {
            warnings.add("from: “" + who + "” may be any of " + people + " people; all are meant.");
        }
    }

    private static void chats(String name, Understood understood, List<String> warnings) {
        int chats = understood.resolved().chats(name).size();
        if (chats == 0) {
            warnings.add("in: there is no group “" + name + "”; it finds nothing.");
        } else if (chats > 1) {
            warnings.add("in: “" + name + "” may be any of " + chats + " chats; all are meant.");
        }
    }
}

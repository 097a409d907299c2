package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.PollVoteSeen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code pollUpdates}: for each option who voted for it, turned into what each voter voted for. */
final class PollTally {

    private PollTally() {}

    static List<PollVoteSeen> of(JsonNode pollUpdates, String poll, Jid chat, Envelope envelope) {
        Map<Identities, List<String>> votes = new LinkedHashMap<>();
        for (JsonNode option : pollUpdates) {
            String name = Proto.text(option, "name");
            for (JsonNode voter : option.path("voters")) {
                Identities who = Identities.of(voter(voter, envelope));
                if (name != null && who.known()) {
                    votes.computeIfAbsent(who, unseen -> new ArrayList<>()).add(name);
                }
            }
        }
        List<PollVoteSeen> seen = new ArrayList<>();
        votes.forEach((who, options) -> seen.add(new PollVoteSeen(poll, chat, who, options, envelope.told(), false)));
        return seen;
    }

    private static @Nullable Jid voter(JsonNode voter, Envelope envelope) {
        if (!voter.isString()) {
            return null;
        }
        return voter.stringValue().equals("me") ? envelope.account() : Jid.parse(voter.stringValue());
    }
}

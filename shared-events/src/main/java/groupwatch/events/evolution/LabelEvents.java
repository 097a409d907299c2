package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.LabelAssociationSeen;
import groupwatch.events.observed.LabelSeen;
import groupwatch.events.observed.Observation;
import java.util.List;

/** The account's labels, and the chats they are put on. */
final class LabelEvents {

    private LabelEvents() {}

    static List<Observation> labels(Envelope envelope) {
        return envelope.each(data -> {
            String id = Proto.word(data, "id");
            return id == null
                    ? List.of()
                    : List.of(new LabelSeen(
                            id, Proto.text(data, "name"), Proto.word(data, "color"), Proto.flag(data, "deleted")));
        });
    }

    static List<Observation> associations(Envelope envelope) {
        return envelope.each(data -> {
            String label = Proto.word(data, "labelId");
            Jid chat = Proto.jid(data, "chatId");
            String type = Proto.text(data, "type");
            return label == null || chat == null || type == null
                    ? List.of()
                    : List.of(new LabelAssociationSeen(label, chat, type.equals("add")));
        });
    }
}

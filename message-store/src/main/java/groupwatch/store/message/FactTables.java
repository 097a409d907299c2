package groupwatch.store.message;

import groupwatch.store.message.Fact.Acknowledged;
import groupwatch.store.message.Fact.CallStep;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.message.Fact.Reacted;
import groupwatch.store.message.Fact.Revoked;
import groupwatch.store.message.Fact.Voted;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables of what happened to messages, written in one fixed order. */
@Component
class FactTables {

    private static final String NOTHING = "DO NOTHING";
    private static final String EARLIEST = "DO UPDATE SET at = excluded.at WHERE excluded.at < t.at";

    private final FactTable<Sighting> sightings;
    private final FactTable<Edited> edits;
    private final FactTable<Revoked> revokes;
    private final FactTable<Reacted> reactions;
    private final FactTable<Voted> votes;
    private final FactTable<Acknowledged> receipts;
    private final FactTable<CallStep> calls;

    FactTables(DatabaseClient database) {
        sightings = new FactTable<>(
                database,
                "message_sightings",
                FactTables.<Sighting>columns()
                        .text("instance", text(Sighting::instance))
                        .flag("from_me", of(Sighting::fromMe))
                        .number("origin", of(sighting -> sighting.origin().ordinal())),
                "scope, id, instance",
                """
                DO UPDATE SET from_me = t.from_me OR excluded.from_me, origin = least(t.origin, excluded.origin)
                WHERE excluded.from_me > t.from_me OR excluded.origin < t.origin""");
        edits = new FactTable<>(
                database,
                "message_edits",
                FactTables.<Edited>columns()
                        .time("at", of(Edited::at))
                        .flag("exact", of(Edited::exact))
                        .text("text_hash", text(edited -> Digest.of(edited.text())))
                        .text("text", text(Edited::text)),
                "scope, id, at, exact, text_hash",
                NOTHING);
        revokes = new FactTable<>(
                database,
                "message_revokes",
                FactTables.<Revoked>columns().by(of(Revoked::by)).time("at", of(Revoked::at)),
                "scope, id, by_phone, by_lid",
                EARLIEST);
        reactions = new FactTable<>(
                database,
                "reactions",
                FactTables.<Reacted>columns()
                        .by(of(Reacted::by))
                        .time("at", of(Reacted::at))
                        .text("emoji", text(Reacted::emoji)),
                "scope, id, by_phone, by_lid, at, emoji",
                NOTHING);
        votes = new FactTable<>(
                database,
                "poll_votes",
                FactTables.<Voted>columns()
                        .by(of(Voted::by))
                        .time("at", of(Voted::at))
                        .flag("exact", of(Voted::exact))
                        .text("options_hash", text(vote -> Digest.of(ContentJson.write(vote.options()))))
                        .json("options", of(vote -> ContentJson.write(vote.options()))),
                "scope, id, by_phone, by_lid, at, exact, options_hash",
                NOTHING);
        receipts = new FactTable<>(
                database,
                "receipts",
                FactTables.<Acknowledged>columns()
                        .by(of(Acknowledged::by))
                        .text("status", text(Acknowledged::status))
                        .time("at", of(Acknowledged::at)),
                "scope, id, by_phone, by_lid, status",
                EARLIEST);
        calls = new FactTable<>(
                database,
                "calls",
                FactTables.<CallStep>columns()
                        .time("at", of(CallStep::at))
                        .text("status", text(CallStep::status))
                        .flag("video", of(CallStep::video))
                        .flag("is_group", of(CallStep::group)),
                "scope, id, at, status, video, is_group",
                NOTHING);
    }

    private static <F> Columns<Told<F>> columns() {
        return new Columns<Told<F>>().key(Told::key);
    }

    private static <F, V> Function<Told<F>, V> of(Function<F, V> value) {
        return told -> value.apply(told.fact());
    }

    private static <F> Columns.Text<Told<F>> text(Columns.Text<F> value) {
        return told -> value.of(told.fact());
    }

    /** Writes all but the messages themselves, and returns what is to be announced. */
    Mono<List<Told<? extends Fact>>> write(MessageFacts facts) {
        return sightings
                .writeSilently(facts.sightings)
                .thenMany(Flux.<Told<? extends Fact>>concat(
                        edits.write(facts.edits),
                        revokes.write(facts.revokes),
                        reactions.write(facts.reactions),
                        votes.write(facts.votes),
                        receipts.write(facts.receipts),
                        calls.write(facts.calls)))
                .collectList();
    }
}

package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.SampleEvents;
import groupwatch.events.group.AdminRole;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.EphemeralSettingSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.HistoryChunk;
import groupwatch.events.observed.IdentitiesLinked;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.ParticipantSeen;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.ReceiptSeen;
import groupwatch.events.observed.RevokeSeen;
import groupwatch.events.observed.UnknownObservation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the columns of an index cannot say. */
class EvolutionReaderTest {

    private static final Jid GROUP = new Jid("120363000000000101@g.us");
    private static final Jid ACCOUNT = new Jid("5511999990000@s.whatsapp.net");
    private static final Jid ANA = new Jid("5511999990001@s.whatsapp.net");
    private static final Jid ANA_LID = new Jid("188880000000001@lid");
    private static final Jid BRUNO = new Jid("5511999990002@s.whatsapp.net");
    private static final Jid BRUNO_LID = new Jid("188880000000002@lid");

    private final EvolutionReader reader = new EvolutionReader();

    @Test
    void readsTheEnvelope() {
        Observed observed = reader.read(SampleEvents.GROUP_TEXT);
        assertThat(observed.event()).isEqualTo("messages.upsert");
        assertThat(observed.instance()).isEqualTo("loja-norte");
        assertThat(observed.account()).isEqualTo(ACCOUNT);
        assertThat(observed.emittedAt()).isAfter(Instant.parse("2026-11-20T00:00:00Z"));
    }

    @Test
    void tellsThatBothIdentitiesAreOnePerson() {
        assertThat(reader.read(SampleEvents.TEXT_MESSAGE).observations())
                .contains(new IdentitiesLinked(ANA_LID, ANA))
                .hasSize(2);
        assertThat(all(SampleEvents.GROUP_CREATED, IdentitiesLinked.class)).hasSize(3);
        assertThat(all(SampleEvents.PARTICIPANT_ADDED, IdentitiesLinked.class)).hasSize(1);
    }

    @Test
    void linksTheOtherSideOfADirectChatThatTheAccountWroteIn() {
        byte[] body = body("upsert-text-dm")
                .replace("\"fromMe\":false", "\"fromMe\":true")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(all(body, IdentitiesLinked.class)).containsExactly(new IdentitiesLinked(ANA_LID, ANA));
        assertThat(first(body, MessageSeen.class).sender()).isEqualTo(Identities.of(ACCOUNT));
    }

    @Test
    void readsAReactionAsAMessageAndAsAFact() {
        assertThat(first(SampleEvents.REACTION, MessageSeen.class).content().type())
                .isEqualTo(MessageType.REACTION);
        assertThat(first(SampleEvents.REACTION, ReactionSeen.class))
                .isEqualTo(new ReactionSeen(
                        "AC41ABC70682A2D4BDCFB8369FEE5221",
                        GROUP,
                        new Identities(BRUNO, BRUNO_LID),
                        "👍🏽",
                        Instant.parse("2025-10-09T09:01:40.123Z")));
        assertThat(first(SampleEvents.REACTION_REMOVED, ReactionSeen.class).emoji())
                .isNull();
    }

    @Test
    void readsAVoteWithItsOwnTime() {
        assertThat(first(SampleEvents.POLL_VOTE, PollVoteSeen.class))
                .isEqualTo(new PollVoteSeen(
                        "AC41ABC70682A2D4BDCFB8369FEE5221",
                        GROUP,
                        new Identities(ANA, ANA_LID),
                        List.of("Pizza 🍕", "Tanto faz"),
                        Instant.ofEpochMilli(1760700001234L),
                        true));
    }

    @Test
    void doesNotTakeAVoteItCannotReadForOneTakenBack() {
        assertThat(all(Corpus.payload("poll-vote-undecrypted"), PollVoteSeen.class))
                .isEmpty();
    }

    @Test
    void turnsASummaryOfVotesIntoWhatEachPersonVotedFor() {
        assertThat(all(Corpus.payload("update-poll-votes"), PollVoteSeen.class))
                .extracting(PollVoteSeen::voter, PollVoteSeen::options, PollVoteSeen::exact)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Identities.of(ANA_LID), List.of("Pizza", "Massa"), false),
                        org.assertj.core.groups.Tuple.tuple(Identities.of(ACCOUNT), List.of("Pizza"), false));
    }

    @Test
    void knowsTheExactTimeOfAnEditOnlyWhereItIsTold() {
        EditSeen exact = first(SampleEvents.EDIT, EditSeen.class);
        assertThat(exact.exact()).isTrue();
        assertThat(exact.at()).isEqualTo(Instant.ofEpochMilli(1760001234567L));
        EditSeen told = first(Corpus.payload("edit-dm.update"), EditSeen.class);
        assertThat(told.exact()).isFalse();
        assertThat(told.at())
                .isEqualTo(reader.read(Corpus.payload("edit-dm.update")).emittedAt());
        assertThat(told.text()).isEqualTo(exact.text());
    }

    @Test
    void tellsAnUnreadableEditFromAnEmptiedText() {
        assertThat(first(Corpus.payload("edit-undecryptable"), EditSeen.class).text())
                .isNull();
        assertThat(first(Corpus.payload("group-edit-caption-emptied"), EditSeen.class)
                        .text())
                .isEmpty();
    }

    @Test
    void doesNotReadTheStatusBesideAnEditAsAReceipt() {
        assertThat(all(Corpus.payload("edit-dm.update"), ReceiptSeen.class)).isEmpty();
    }

    @Test
    void namesWhoDeletedAMessage() {
        assertThat(first(Corpus.payload("group-revoke-by-admin.delete"), RevokeSeen.class)
                        .by())
                .isEqualTo(new Identities(ANA, ANA_LID));
        assertThat(first(Corpus.payload("messages-delete-api"), RevokeSeen.class)
                        .by())
                .isEqualTo(Identities.of(ACCOUNT));
        assertThat(first(SampleEvents.REVOKE, RevokeSeen.class).by()).isEqualTo(Identities.NONE);
    }

    @Test
    void namesWhoReadAMessage() {
        assertThat(first(SampleEvents.RECEIPT, ReceiptSeen.class).person()).isEqualTo(Identities.of(ANA));
        assertThat(first(Corpus.payload("update-played-group"), ReceiptSeen.class)
                        .person())
                .isEqualTo(Identities.of(ANA_LID));
    }

    @Test
    void readsHistoryWithItsProgressAndOrigin() {
        assertThat(first(SampleEvents.HISTORY, HistoryChunk.class)).isEqualTo(new HistoryChunk(6, 35, true));
        assertThat(all(SampleEvents.HISTORY, MessageSeen.class))
                .hasSize(6)
                .allMatch(message -> message.origin() == Origin.HISTORY)
                .extracting(MessageSeen::senderName)
                .containsExactly("Cliente Antigo", null, "Cliente Antigo", "Cliente Antigo", "Tati", null);
        assertThat(all(SampleEvents.HISTORY, ReactionSeen.class)).hasSize(1);
    }

    @Test
    void readsAGroupWithItsPeople() {
        GroupSeen group = first(SampleEvents.GROUP_CREATED, GroupSeen.class);
        assertThat(group.whole()).isTrue();
        assertThat(group.name()).isEqualTo("Entrega Zona Leste");
        assertThat(group.description()).isEqualTo("Pedidos e avisos 📣");
        assertThat(group.createdAt()).isEqualTo(Instant.ofEpochSecond(1758000000));
        assertThat(group.ephemeralSeconds()).isEqualTo(604800);
        assertThat(group.participants())
                .first()
                .isEqualTo(new ParticipantSeen(new Identities(ANA, ANA_LID), AdminRole.SUPERADMIN));
        GroupSeen change = first(Corpus.payload("groups-update-announce"), GroupSeen.class);
        assertThat(change.whole()).isFalse();
        assertThat(change.name()).isNull();
        assertThat(change.participants()).isNull();
    }

    @Test
    void readsDisappearingMessagesWithoutAChat() {
        assertThat(first(Corpus.payload("group-settings-ephemeral"), EphemeralSettingSeen.class))
                .matches(setting -> setting.chat() == null && setting.seconds() == 86400);
    }

    @Test
    void keepsTheRawJsonOfAnEventNobodyKnows() {
        UnknownObservation unknown = first(SampleEvents.UNKNOWN_EVENT, UnknownObservation.class);
        assertThat(unknown.what()).isEqualTo("newsletter.update");
        assertThat(unknown.raw().path("x").size()).isEqualTo(2);
    }

    @Test
    void readsTheSameBodyTheSame() {
        Corpus.recorded().forEach(row -> assertThat(reader.read(row.payload())).isEqualTo(reader.read(row.payload())));
    }

    private static String body(String name) {
        return new String(Corpus.payload(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    private <T extends Observation> T first(byte[] body, Class<T> kind) {
        return all(body, kind).getFirst();
    }

    private <T extends Observation> List<T> all(byte[] body, Class<T> kind) {
        return reader.read(body).observations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}

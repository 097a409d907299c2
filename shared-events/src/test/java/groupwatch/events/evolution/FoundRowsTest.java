package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.group.AdminRole;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.IdentitiesLinked;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.ParticipantSeen;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.RevokeSeen;
import groupwatch.events.observed.UnknownObservation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FoundRowsTest {

    private static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");
    private static final Jid GROUP = new Jid("120363000000000101@g.us");
    private static final Jid ANA = new Jid("5511999990001@s.whatsapp.net");
    private static final Jid BRUNO = new Jid("5511999990002@s.whatsapp.net");
    private static final Jid BRUNO_LID = new Jid("188880000000002@lid");
    private static final Jid ACCOUNT = new Jid("5511999990000@s.whatsapp.net");

    private final EvolutionReader reader = new EvolutionReader();

    @Test
    void anEnvelopeOfRowsReadsAsAWebhookDoes() {
        Observed observed = found("text");
        assertThat(observed.event()).isEqualTo("messages.found");
        assertThat(observed.instance()).isEqualTo("loja-norte");
        assertThat(observed.account()).isEqualTo(ACCOUNT);
        assertThat(observed.emittedAt()).isEqualTo(AT);
        MessageSeen seen = only(observed, MessageSeen.class);
        assertThat(seen.chat()).isEqualTo(GROUP);
        assertThat(seen.id()).isEqualTo("AC00000000000000000000000000F001");
        assertThat(seen.sender()).isEqualTo(new Identities(BRUNO, BRUNO_LID));
        assertThat(seen.senderName()).isEqualTo("Bruno Lima");
        assertThat(seen.content().text()).isEqualTo("O caminhão já saiu");
        assertThat(seen.sentAt()).isEqualTo(Instant.ofEpochSecond(1795206000));
        assertThat(seen.origin()).isEqualTo(Origin.RESYNC);
        assertThat(observed.observations()).contains(new IdentitiesLinked(BRUNO_LID, BRUNO));
    }

    @Test
    void anEditedRowTellsItsTextAndThatItWasEditedThen() {
        Observed observed = found("edited");
        MessageSeen seen = only(observed, MessageSeen.class);
        assertThat(seen.chat()).isEqualTo(ANA);
        assertThat(seen.status()).isEqualTo("SERVER_ACK");
        assertThat(only(observed, EditSeen.class))
                .isEqualTo(new EditSeen(seen.id(), ANA, "quero 3 pizzas 🍕", Instant.ofEpochSecond(1760000782), true));
        assertThat(all(observed, RevokeSeen.class)).isEmpty();
    }

    @Test
    void aDeletedRowIsRevokedByNobodyKnownWhenItWasFound() {
        RevokeSeen revoke = only(found("deleted"), RevokeSeen.class);
        assertThat(revoke).isEqualTo(new RevokeSeen("AC00000000000000000000000000F002", GROUP, Identities.NONE, AT));
        byte[] marked = FoundRows.messages("loja-norte", null, AT, List.of(row("text")));
        String byKey = new String(marked, StandardCharsets.UTF_8).replace("\"fromMe\":false", "\"deleted\":true");
        assertThat(all(reader.read(byKey.getBytes(StandardCharsets.UTF_8)), RevokeSeen.class))
                .hasSize(1);
    }

    @Test
    void theFurthestStatusCounts() {
        MessageSeen seen = only(found("own-read"), MessageSeen.class);
        assertThat(seen.status()).isEqualTo("READ");
        assertThat(seen.fromMe()).isTrue();
        assertThat(seen.sender()).isEqualTo(Identities.of(ACCOUNT));
        assertThat(seen.senderName()).isNull();
        assertThat(only(found("text"), MessageSeen.class).status()).isNull();
    }

    @Test
    void whatActsOnOtherMessagesIsNoText() {
        Observed reaction = found("reaction");
        assertThat(only(reaction, MessageSeen.class).content().type()).isEqualTo(MessageType.REACTION);
        assertThat(only(reaction, ReactionSeen.class).targetId()).isEqualTo("AC00000000000000000000000000000B");
        Observed vote = found("vote");
        assertThat(only(vote, MessageSeen.class).content().type()).isEqualTo(MessageType.POLL_VOTE);
        assertThat(only(vote, PollVoteSeen.class).options()).containsExactly("Pizza 🍕");
        Observed protocol = found("protocol");
        assertThat(all(protocol, MessageSeen.class)).isEmpty();
        assertThat(only(protocol, RevokeSeen.class).targetId()).isEqualTo("AC00000000000000000000000000F001");
    }

    @Test
    void theSameRowTwiceTellsItOnce() {
        assertThat(found("edited", "edited").observations())
                .isEqualTo(found("edited").observations());
    }

    @Test
    void aTypeNobodyKnowsIsAMessageAndSpoilsNoOther() {
        Observed observed = found("future", "text");
        assertThat(all(observed, MessageSeen.class))
                .extracting(seen -> seen.content().type())
                .containsExactly(MessageType.UNKNOWN, MessageType.TEXT);
        Observed withNonsense = reader.read(FoundRows.messages(
                "loja-norte", null, AT, List.of(EventCodec.mapper().createObjectNode(), row("text"))));
        assertThat(all(withNonsense, MessageSeen.class)).hasSize(1);
        assertThat(all(withNonsense, UnknownObservation.class)).hasSize(1);
    }

    @Test
    void previewsBecomeShortAndAllElseStays() {
        JsonNode row = row("image");
        JsonNode before = row.deepCopy();
        byte[] body = FoundRows.messages("loja-norte", null, AT, List.of(row));
        JsonNode written = EventCodec.mapper().readTree(body).path("data").path(0);
        assertThat(row).isEqualTo(before);
        JsonNode image = written.path("message").path("imageMessage");
        assertThat(image.path("jpegThumbnail").stringValue()).isEqualTo("/9j/4AAQSkZJRg==");
        assertThat(image.at("/contextInfo/quotedMessage/imageMessage/jpegThumbnail")
                        .stringValue())
                .isEqualTo("/9j/4AAQSkZJRg==");
        assertThat(image.path("fileSha256"))
                .isEqualTo(row.at("/message/imageMessage/fileSha256"))
                .hasSize(32);
        assertThat(written.propertyNames()).isEqualTo(row.propertyNames());
        assertThat(reader.read(body).observations())
                .isEqualTo(FoundRows.read("loja-norte", null, AT, row))
                .isNotEmpty();
    }

    @Test
    void oneRowReadsAsInItsEnvelope() {
        for (String name : List.of("text", "edited", "deleted", "own-read", "reaction", "vote", "future", "protocol")) {
            assertThat(FoundRows.read("loja-norte", ACCOUNT.value(), AT, row(name)))
                    .isEqualTo(found(name).observations());
        }
    }

    @Test
    void aGroupIsWholeWithAllWhoAreInIt() {
        Observed observed = reader.read(FoundRows.group("loja-norte", AT, row("group")));
        assertThat(observed.event()).isEqualTo("groups.found");
        GroupSeen group = only(observed, GroupSeen.class);
        assertThat(group.whole()).isTrue();
        assertThat(group.group()).isEqualTo(GROUP);
        assertThat(group.at()).isEqualTo(AT);
        assertThat(group.description()).isEqualTo("Pedidos e avisos 📣");
        assertThat(group.participants())
                .hasSize(3)
                .contains(new ParticipantSeen(new Identities(BRUNO, BRUNO_LID), AdminRole.ADMIN));
        assertThat(all(observed, IdentitiesLinked.class)).hasSize(3);
    }

    @Test
    void groupsWithoutParticipantsSayNothingOfThem() {
        Observed observed = reader.read(FoundRows.group("loja-norte", AT, row("groups-without-participants")));
        assertThat(all(observed, GroupSeen.class))
                .hasSize(3)
                .allMatch(group -> group.participants() == null)
                .allMatch(GroupSeen::whole);
        String body = new String(FoundRows.group("loja-norte", AT, row("group")), StandardCharsets.UTF_8)
                .replaceAll("\"participants\":\\[.*?]", "\"participants\":[]");
        assertThat(all(reader.read(body.getBytes(StandardCharsets.UTF_8)), GroupSeen.class))
                .singleElement()
                .matches(group -> group.participants() == null);
    }

    @Test
    void aDescriptionThatWasTakenAwayShowsByItsAbsence() {
        String body = new String(FoundRows.group("loja-norte", AT, row("group")), StandardCharsets.UTF_8)
                .replace("\"desc\":", "\"other\":");
        assertThat(only(reader.read(body.getBytes(StandardCharsets.UTF_8)), GroupSeen.class)
                        .description())
                .isEmpty();
    }

    private Observed found(String... names) {
        return reader.read(FoundRows.messages(
                "loja-norte",
                ACCOUNT.value(),
                AT,
                Arrays.stream(names).map(FoundRowsTest::row).toList()));
    }

    /** As the gateway answered it, or made by hand after such an answer; all data invented. */
    private static JsonNode row(String name) {
        try (var stream = FoundRowsTest.class.getResourceAsStream("/found/" + name + ".json")) {
            return EventCodec.mapper().readTree(stream.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T extends Observation> T only(Observed observed, Class<T> kind) {
        List<T> all = all(observed, kind);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static <T extends Observation> List<T> all(Observed observed, Class<T> kind) {
        return observed.observations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}

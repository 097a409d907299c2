package groupwatch.watchdog.resync.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import groupwatch.events.EventCodec;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.Message;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ProtocolNotice;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.RevokeSeen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a row of Evolution's tells, against what the message store shows. */
class ExpectedTest {

    private static final Jid CHAT = new Jid("120363000000000101@g.us");
    private static final Jid PHONE = new Jid("5511999990001@s.whatsapp.net");
    private static final Jid LID = new Jid("188880000000001@lid");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Identities BY_PHONE = new Identities(PHONE, null);
    private static final Identities BY_LID = new Identities(null, LID);
    private static final Identities BY_BOTH = new Identities(PHONE, LID);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tellsWhatIsKnown(String what, boolean known, Observation told, @Nullable String stored) {
        List<Expected> expected = Expectations.of("M", List.of(told));
        assertThat(expected).hasSize(1);
        Map<String, Message> messages = stored == null ? Map.of() : Map.of("M", message(stored));
        assertThat(FoundRow.unknown(expected, messages, "acme").isEmpty()).isEqualTo(known);
        assertThat(FoundRow.unknown(readAgain(expected), messages, "acme").isEmpty())
                .as("after it was written and read")
                .isEqualTo(known);
    }

    static Stream<Arguments> tellsWhatIsKnown() {
        String mine =
                "{'sender':{'jid':'" + PHONE + "','phone':'5511999990001'},'emoji':'👍','at':'2026-03-01T10:00:00Z'}";
        String mineByLid =
                "{'sender':{'jid':'" + LID + "','lid':'" + LID + "'},'emoji':'👍','at':'2026-03-01T10:00:00Z'}";
        String vote = "{'question':'?','options':[{'name':'yes','votes':1,'voters':[{'jid':'" + LID
                + "'}]},{'name':'no','votes':0}]}";
        return Stream.of(
                arguments("the new text shows", true, edit("new"), "'text':'new'"),
                arguments("the old text shows", false, edit("new"), "'text':'old'"),
                arguments(
                        "it was the text once",
                        true,
                        edit("new"),
                        "'text':'newer','edits':[{'text':'new'},{'text':'newer'}]"),
                arguments("it was changed later", true, edit("new"), "'text':'x','editedAt':'2026-03-01T10:00:01Z'"),
                arguments("it was changed before", false, edit("new"), "'text':'x','editedAt':'2026-03-01T09:59:59Z'"),
                arguments("what was deleted has no text", true, edit("new"), "'revokedAt':'2026-03-01T10:00:00Z'"),
                arguments("there is no message to change", false, edit("new"), null),
                arguments("a change nobody can read, and none known", false, edit(null), "'text':'old'"),
                arguments(
                        "a change nobody can read, known",
                        true,
                        edit(null),
                        "'text':'old','editedAt':'2026-03-01T09:00:00Z'"),
                arguments("a text with NUL", true, edit("a\0b"), "'text':'a\uFFFDb'"),
                arguments("it is marked as deleted", true, revoke(), "'revokedAt':'2026-03-01T11:00:00Z'"),
                arguments("it is not marked as deleted", false, revoke(), "'text':'x'"),
                arguments("by the same number", true, reaction(BY_PHONE, "👍"), "'reactions':[" + mine + "]"),
                arguments("by LID, known by number only", false, reaction(BY_LID, "👍"), "'reactions':[" + mine + "]"),
                arguments("by both, known by number", true, reaction(BY_BOTH, "👍"), "'reactions':[" + mine + "]"),
                arguments("by both, known by LID", true, reaction(BY_BOTH, "👍"), "'reactions':[" + mineByLid + "]"),
                arguments(
                        "another emoji of the same time", false, reaction(BY_PHONE, "❤"), "'reactions':[" + mine + "]"),
                arguments(
                        "a later one of theirs",
                        true,
                        reaction(BY_PHONE, "❤"),
                        "'reactions':[" + mine.replace("10:00:00", "10:00:01") + "]"),
                arguments("nobody reacted", false, reaction(BY_PHONE, "👍"), "'text':'x'"),
                arguments("taken back, and none shows", true, reaction(BY_PHONE, null), "'text':'x'"),
                arguments(
                        "taken back, and it still shows",
                        false,
                        reaction(BY_PHONE, null),
                        "'reactions':[" + mine + "]"),
                arguments("the vote shows", true, vote(BY_LID, true, "yes"), "'poll':" + vote),
                arguments("another vote shows", false, vote(BY_LID, true, "no"), "'poll':" + vote),
                arguments("another vote than in the summary", true, vote(BY_LID, false, "no"), "'poll':" + vote),
                arguments("nobody voted like this", false, vote(BY_PHONE, false, "yes"), "'poll':" + vote),
                arguments("a vote taken back", true, vote(BY_PHONE, true), "'poll':" + vote));
    }

    @Test
    void noticesOfWhatsAppsClientsLeaveNothingToBeExpected() {
        assertThat(Expectations.of("M", List.of(new ProtocolNotice("APP_STATE_SYNC_KEY_SHARE"))))
                .isEmpty();
    }

    @Test
    void aMessageIsKnownWhenThisAccountIsKnownToHaveSeenIt() {
        Expected seen = new Expected.Seen("M");
        assertThat(seen.isKnown(message("'instances':['acme','other']"), "acme"))
                .isTrue();
        assertThat(seen.isKnown(message("'instances':['other']"), "acme")).isFalse();
        assertThat(seen.isKnown(null, "acme")).isFalse();
    }

    /** What was taken back later shows nowhere; that the reaction's own message is there is what counts. */
    @Test
    void aReactionIsKnownByItsOwnMessage() {
        JsonNode row = EventCodec.mapper().readTree("""
                {"key":{"id":"R","fromMe":false,"remoteJid":"120363000000000101@g.us","participant":"188880000000001@lid"},
                 "messageTimestamp":1772359200,"messageType":"reactionMessage",
                 "message":{"reactionMessage":{"key":{"id":"M"},"text":"👍"}}}
                """);
        assertThat(ReadRows.of("acme", null, AT, List.of(row)))
                .singleElement()
                .satisfies(found -> assertThat(found.expected()).containsExactly(new Expected.Seen("R")));
    }

    @Test
    void duplicatesAreOneMessageAndWhatEachTellsIsExpected() {
        JsonNode row = EventCodec.mapper().readTree("""
                {"key":{"id":"M","fromMe":false,"remoteJid":"120363000000000101@g.us","participant":"188880000000001@lid"},
                 "messageTimestamp":1772359200,"messageType":"conversation","message":{"conversation":"before"},"MessageUpdate":[]}
                """);
        JsonNode edited = EventCodec.mapper()
                .readTree(row.toString()
                        .replace("before", "after")
                        .replace("1772359200", "1772359260")
                        .replace("\"MessageUpdate\":[]", "\"MessageUpdate\":[{\"status\":\"EDITED\"}]"));
        assertThat(ReadRows.of("acme", null, AT, List.of(edited, row, row)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.rows()).hasSize(3);
                    assertThat(found.at()).isEqualTo(Instant.ofEpochSecond(1772359260));
                    assertThat(found.expected()).hasSize(2);
                });
    }

    @Test
    void rowsWithoutAUsableIdOrAChatAreLeftOut() {
        JsonNode rows = EventCodec.mapper().readTree("""
                [{"key":{"id":"a,b","remoteJid":"1@g.us"}},{"key":{"id":"A"}},{"key":{"remoteJid":"1@g.us"}},{},"text"]
                """);
        assertThat(ReadRows.of("acme", null, AT, rows.valueStream().toList())).isEmpty();
    }

    private static List<Expected> readAgain(List<Expected> expected) {
        return expected.stream()
                .map(one -> Objects.requireNonNull(
                        EventCodec.mapper().readValue(EventCodec.mapper().writeValueAsString(one), Expected.class)))
                .toList();
    }

    private static Message message(String fields) {
        return EventCodec.mapper()
                .readValue(
                        ("{'id':'M','chat':'120363000000000101@g.us','group':true,'type':'text'," + fields + "}")
                                .replace('\'', '"'),
                        Message.class);
    }

    private static EditSeen edit(@Nullable String text) {
        return new EditSeen("M", CHAT, text, AT, true);
    }

    private static RevokeSeen revoke() {
        return new RevokeSeen("M", CHAT, Identities.NONE, AT);
    }

    private static ReactionSeen reaction(Identities by, @Nullable String emoji) {
        return new ReactionSeen("M", CHAT, by, emoji, AT);
    }

    private static PollVoteSeen vote(Identities by, boolean exact, String... options) {
        return new PollVoteSeen("M", CHAT, by, List.of(options), AT, exact);
    }
}

package groupwatch.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Edit;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.events.message.Poll;
import groupwatch.events.message.PollOption;
import groupwatch.events.message.Reaction;
import groupwatch.store.MessageStoreProperties.RevokedContent;
import groupwatch.store.message.Fact.Acknowledged;
import groupwatch.store.message.Fact.CallStep;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.message.Fact.Reacted;
import groupwatch.store.message.Fact.Revoked;
import groupwatch.store.message.Fact.Voted;
import groupwatch.store.people.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MessageFoldTest {

    private static final Identities ANA_PHONE = Persons.seen("5511999990001@s.whatsapp.net");
    private static final Identities ANA_LID = Persons.seen("188880000000001@lid");
    private static final Identities BEN = Persons.seen("5511999990002@s.whatsapp.net");
    private static final Persons PEOPLE = new Persons(new People(
            List.of(new People.Link("188880000000001@lid", "5511999990001@s.whatsapp.net")),
            List.of(new People.Name("188880000000001@lid", "Ana", Instant.EPOCH, true))));

    private final MessageFold fold = new MessageFold(RevokedContent.KEEP);
    private final Facts facts = new Facts();

    /** What is attached to the message of a test. */
    private static final class Facts {
        List<Edited> edits = new ArrayList<>();
        List<Revoked> revokes = new ArrayList<>();
        List<Reacted> reactions = new ArrayList<>();
        List<Voted> votes = new ArrayList<>();
        List<Acknowledged> receipts = new ArrayList<>();
        List<CallStep> calls = new ArrayList<>();
        MediaResult media;

        void shuffle(Random random) {
            List.of(edits, revokes, reactions, votes, receipts, calls)
                    .forEach(list -> Collections.shuffle(list, random));
        }
    }

    @Test
    void anEditToldTwiceIsShownOnce() {
        facts.edits.add(new Edited(at(100), false, "new"));
        facts.edits.add(new Edited(at(60), true, "new"));

        Message message = shown(text("old"));

        assertThat(message.edits()).containsExactly(new Edit("new", at(60)));
        assertThat(message.text()).isEqualTo("new");
        assertThat(message.editedAt()).isEqualTo(at(60));
    }

    @Test
    void anEditDeliveredAgainLaterDoesNotUndoTheOneAfterIt() {
        facts.edits.addAll(
                List.of(new Edited(at(1), false, "a"), new Edited(at(2), false, "b"), new Edited(at(3), false, "a")));

        Message message = shown(text("old"));

        assertThat(message.edits()).extracting(Edit::text).containsExactly("a", "b");
        assertThat(message.text()).isEqualTo("b");
    }

    @Test
    void anEditBackToAnEarlierTextIsShown() {
        facts.edits.addAll(
                List.of(new Edited(at(1), true, "a"), new Edited(at(2), true, "b"), new Edited(at(3), true, "a")));

        assertThat(shown(text("old")).edits()).extracting(Edit::text).containsExactly("a", "b", "a");
    }

    @Test
    void anUnreadableEditLeavesTheTextAndSaysWhen() {
        facts.edits.add(new Edited(at(9), true, null));

        Message message = shown(text("old"));

        assertThat(message.text()).isEqualTo("old");
        assertThat(message.editedAt()).isEqualTo(at(9));
    }

    @Test
    void thePhoneAndTheLidOfOnePersonReactAsOne() {
        facts.reactions.add(new Reacted(ANA_PHONE, at(1), "👍"));
        facts.reactions.add(new Reacted(ANA_LID, at(2), "❤️"));
        facts.reactions.add(new Reacted(BEN, at(1), "😂"));

        assertThat(shown(text("hi")).reactions()).extracting(Reaction::emoji).containsExactly("😂", "❤️");
        assertThat(shown(text("hi")).reactions())
                .extracting(reaction -> reaction.sender().name())
                .containsExactly(null, "Ana");
    }

    @Test
    void aReactionTakenBackIsGone() {
        facts.reactions.add(new Reacted(ANA_PHONE, at(2), ""));
        facts.reactions.add(new Reacted(ANA_LID, at(1), "👍"));

        assertThat(shown(text("hi")).reactions()).isEmpty();
    }

    @Test
    void untilAFileIsStoredThePictureThatCameAlongIsShown() {
        Media media = Objects.requireNonNull(shown(picture()).media());

        assertThat(media.state()).isEqualTo(MediaState.PENDING);
        assertThat(media.thumbnailUrl()).isEqualTo("/messages/id/preview?chat=120363000000000101%40g.us");
        assertThat(media.url()).isNull();
        assertThat(media.claim()).isEqualTo("claims/x");
    }

    @Test
    void whatWasMeasuredIsShownBeforeWhatWasClaimed() {
        Media measured = new Media(
                MessageType.IMAGE,
                "image/png",
                8L,
                "bb",
                null,
                null,
                null,
                2,
                null,
                null,
                MediaState.STORED,
                null,
                "/media/1/thumbnail",
                "said",
                null);
        facts.media = new MediaResult(MediaState.STORED, null, measured);

        Media media = Objects.requireNonNull(shown(picture()).media());

        assertThat(media)
                .isEqualTo(new Media(
                        MessageType.IMAGE,
                        "image/png",
                        8L,
                        "bb",
                        null,
                        null,
                        4,
                        2,
                        null,
                        null,
                        MediaState.STORED,
                        "/media/" + MessageRef.of(shown(picture())).mediaId(),
                        "/media/1/thumbnail",
                        "said",
                        null));
    }

    @Test
    void aFileThatCannotBeHadSaysWhyAndShowsThePictureThatCameAlong() {
        facts.media = new MediaResult(MediaState.EXPIRED, "not-there", null);

        Media media = Objects.requireNonNull(shown(picture()).media());

        assertThat(media.state()).isEqualTo(MediaState.EXPIRED);
        assertThat(media.reason()).isEqualTo("not-there");
        assertThat(media.thumbnailUrl()).startsWith("/messages/id/preview");
        assertThat(media.mime()).isEqualTo("image/jpeg");
    }

    @Test
    void anotherClaimForTheSameBytesIsTheSameContentAndOneIsMoreThanNone() {
        MessageContent one = picture();
        MessageContent other = one.withMedia(Objects.requireNonNull(one.media()).withClaim("claims/yy"));
        MessageContent none = one.withMedia(Objects.requireNonNull(one.media()).withClaim(null));

        assertThat(StoredContent.of(one, Origin.WEBHOOK)).isEqualTo(StoredContent.of(other, Origin.WEBHOOK));
        assertThat(StoredContent.of(one, Origin.WEBHOOK).rank())
                .isGreaterThan(StoredContent.of(none, Origin.WEBHOOK).rank());
    }

    @Test
    void theNewestVoteOfEachPersonCountsAndASummaryDoesNotUndoIt() {
        facts.votes.add(new Voted(ANA_LID, at(1), true, List.of("yes")));
        facts.votes.add(new Voted(ANA_PHONE, at(5), true, List.of("no")));
        facts.votes.add(new Voted(ANA_PHONE, at(99), false, List.of("yes")));
        facts.votes.add(new Voted(BEN, at(3), true, List.of("no")));
        Poll poll = new Poll("?", List.of(PollOption.unvoted("yes"), PollOption.unvoted("no")), 1);

        Poll counted =
                shown(MessageContent.of(MessageType.POLL, "?").withPoll(poll)).poll();

        assertThat(counted.options()).extracting(PollOption::votes).containsExactly(0, 2);
    }

    @Test
    void aReceiptNeverGoesBack() {
        facts.receipts.add(new Acknowledged(ANA_PHONE, "READ", at(5)));
        facts.receipts.add(new Acknowledged(ANA_LID, "DELIVERY_ACK", at(9)));

        assertThat(shown(text("hi")).receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.status()).isEqualTo("READ");
            assertThat(receipt.at()).isEqualTo(at(5));
        });
    }

    @Test
    void aCallIsFoldedFromItsSteps() {
        facts.calls.add(new CallStep(at(20), "timeout", true, false));
        facts.calls.add(new CallStep(at(1), "offer", true, false));

        Message call = shown(MessageContent.of(MessageType.CALL, null));

        assertThat(call.call().status()).isEqualTo("timeout");
        assertThat(call.call().startedAt()).isEqualTo(at(1));
        assertThat(call.call().endedAt()).isEqualTo(at(20));
    }

    @Test
    void aRevokedMessageKeepsItsContentOnlyWhenAskedTo() {
        facts.revokes.add(new Revoked(Identities.NONE, at(7)));
        facts.revokes.add(new Revoked(BEN, at(8)));
        facts.edits.add(new Edited(at(1), true, "new"));

        Message kept = shown(text("old"));
        Message wiped = new MessageFold(RevokedContent.WIPE).fold(known(text("old")), PEOPLE);

        assertThat(kept.text()).isEqualTo("new");
        assertThat(kept.revokedAt()).isEqualTo(at(7));
        assertThat(kept.revokedBy().jid()).isEqualTo("5511999990002@s.whatsapp.net");
        assertThat(wiped.text()).isNull();
        assertThat(wiped.edits()).isEmpty();
        assertThat(wiped.revokedAt()).isEqualTo(at(7));
    }

    @RepeatedTest(50)
    void theOrderOfTheFactsDoesNotMatter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            Identities who = List.of(ANA_PHONE, ANA_LID, BEN, Identities.NONE).get(random.nextInt(4));
            Instant at = at(random.nextInt(6));
            facts.edits.add(
                    new Edited(at, random.nextBoolean(), random.nextInt(5) == 0 ? null : "t" + random.nextInt(3)));
            facts.reactions.add(new Reacted(who, at, List.of("👍", "❤️", "").get(random.nextInt(3))));
            facts.votes.add(new Voted(who, at, random.nextBoolean(), List.of("o" + random.nextInt(3))));
            facts.receipts.add(
                    new Acknowledged(who, List.of("READ", "DELIVERY_ACK").get(random.nextInt(2)), at));
            facts.calls.add(new CallStep(
                    at, List.of("offer", "timeout", "accept").get(random.nextInt(3)), random.nextBoolean(), false));
            facts.revokes.add(new Revoked(who, at));
        }
        Message once = shown(text("hi"));
        for (int i = 0; i < 10; i++) {
            facts.shuffle(random);
            assertThat(shown(text("hi"))).as("seed %d", seed).isEqualTo(once);
        }
    }

    @RepeatedTest(50)
    void mergingSightingsIsCommutativeAssociativeAndIdempotent() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StoredMessage a = sighting(random);
        StoredMessage b = sighting(random);
        StoredMessage c = sighting(random);

        assertThat(a.merge(a)).as("seed %d", seed).isEqualTo(a);
        assertThat(row(a.merge(b))).as("seed %d", seed).isEqualTo(row(b.merge(a)));
        assertThat(row(a.merge(b).merge(c))).as("seed %d", seed).isEqualTo(row(a.merge(b.merge(c))));
        assertThat(row(a.merge(b).merge(b))).as("seed %d", seed).isEqualTo(row(a.merge(b)));
    }

    /** Without its source, which follows the record that came first. */
    private static List<Object> row(StoredMessage message) {
        return List.of(
                message.sentAt(),
                message.chat(),
                message.sender(),
                message.senderName(),
                message.fromMe(),
                message.content());
    }

    private static StoredMessage sighting(Random random) {
        MessageType type = List.of(MessageType.UNKNOWN, MessageType.TEXT, MessageType.IMAGE)
                .get(random.nextInt(3));
        Origin origin = Origin.values()[random.nextInt(4)];
        MessageContent content = MessageContent.of(type, random.nextBoolean() ? null : "t" + random.nextInt(3));
        return new StoredMessage(
                new MessageKey("scope", "id"),
                at(random.nextInt(4)),
                random.nextBoolean() ? "1@lid" : "2@s.whatsapp.net",
                false,
                Identities.of(
                        random.nextBoolean() ? Jid.parse("1@lid") : null,
                        random.nextBoolean() ? Jid.parse("2@s.whatsapp.net") : null),
                random.nextBoolean() ? "" : "n" + random.nextInt(3),
                random.nextBoolean(),
                StoredContent.of(content, origin),
                new Source("topic", 0, random.nextInt(100)));
    }

    private Message shown(MessageContent content) {
        return fold.fold(known(content), PEOPLE);
    }

    private Known known(MessageContent content) {
        StoredMessage message = new StoredMessage(
                new MessageKey("120363000000000101@g.us", "id"),
                at(0),
                "120363000000000101@g.us",
                true,
                ANA_LID,
                "",
                false,
                StoredContent.of(content, Origin.WEBHOOK),
                new Source("topic", 0, 0));
        return new Known(
                message,
                1,
                List.of(new Sighting("loja-norte", false, Origin.WEBHOOK)),
                facts.edits,
                facts.revokes,
                facts.reactions,
                facts.votes,
                facts.receipts,
                facts.calls,
                facts.media);
    }

    private static MessageContent picture() {
        Media media = new Media(
                MessageType.IMAGE,
                "image/jpeg",
                9L,
                "aa",
                null,
                null,
                4,
                3,
                null,
                null,
                MediaState.PENDING,
                null,
                null,
                null,
                "claims/x");
        return MessageContent.of(MessageType.IMAGE, null).withMedia(media).withPreview(true);
    }

    private static MessageContent text(String text) {
        return MessageContent.of(MessageType.TEXT, text);
    }

    private static Instant at(int seconds) {
        return Instant.ofEpochSecond(1_760_000_000L + seconds);
    }
}

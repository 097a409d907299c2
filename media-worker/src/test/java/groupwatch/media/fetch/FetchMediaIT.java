package groupwatch.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MediaFailed;
import groupwatch.events.media.MediaStored;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.kit.jobs.JobRow;
import groupwatch.kit.jobs.JobState;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.security.Scopes;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import groupwatch.media.row.StoredFile;
import groupwatch.media.testing.Picture;
import groupwatch.media.testing.RunningWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a message on the topic to a file in the object store, and what may go wrong on the way. */
class FetchMediaIT {

    private static final String GROUP = "120363000000000101@g.us";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningWorker worker = RunningWorker.shared();

    @AfterEach
    void mend() {
        worker.evolution().away(false);
        worker.store().away(false);
        worker.store().full(false);
    }

    @Test
    void aFileThatEvolutionHasIsStoredMeasuredAndTold() {
        byte[] file = Picture.of("asked for");
        Message message = worker.message(GROUP, "ASKED", file);
        worker.evolution().has("ASKED", file);
        worker.announce(message);
        await().until(() ->
                state(message) == MediaState.STORED && !worker.told("ASKED").isEmpty());

        StoredFile stored = Objects.requireNonNull(row(message).stored());
        assertThat(stored.sha256()).isEqualTo(RunningWorker.sha256(file));
        assertThat(stored.mime()).isEqualTo("image/png");
        assertThat(stored.width()).isEqualTo(48);
        assertThat(has(stored.key())).isTrue();
        assertThat(worker.told("ASKED")).singleElement().isInstanceOfSatisfying(MediaStored.class, event -> {
            assertThat(event.media().url()).isEqualTo("/media/" + id(message));
            assertThat(event.media().state()).isEqualTo(MediaState.STORED);
            assertThat(event.media().height()).isEqualTo(32);
            assertThat(event.revision()).isEqualTo(1);
        });
        await().untilAsserted(() -> assertThat(worker.workFolder()).isEmptyDirectory());
    }

    @Test
    void aFileThatCameAlongIsNotAskedForAndItsClaimGoes() {
        byte[] file = Picture.of("came along");
        String claim = worker.claim("came-along", file);
        Message message = worker.message(GROUP, "CAME", worker.clock().instant(), file, claim);
        int asked = worker.evolution().asked();
        worker.announce(message);

        await().until(() -> state(message) == MediaState.STORED);
        await().until(() -> !has(claim));
        assertThat(worker.evolution().asked()).isEqualTo(asked);
    }

    @Test
    void bytesThatCameAlongAndAreNotTheRightOnesAreAskedForInstead() {
        byte[] file = Picture.of("right");
        String claim = worker.claim("wrong", Picture.of("wrong"));
        worker.evolution().has("RIGHT", file);
        Message message = worker.message(GROUP, "RIGHT", worker.clock().instant(), file, claim);
        worker.announce(message);

        await().until(() -> state(message) == MediaState.STORED);
        assertThat(Objects.requireNonNull(row(message).stored()).sha256()).isEqualTo(RunningWorker.sha256(file));
    }

    @Test
    void toldTwiceItIsStoredOnce() {
        byte[] file = Picture.of("twice");
        Message message = worker.message(GROUP, "TWICE", file);
        worker.evolution().has("TWICE", file);
        worker.announce(message, message);
        await().until(() -> state(message) == MediaState.STORED);
        worker.announce(message);
        Message marker = worker.message(GROUP, "TWICE-MARKER", file);
        worker.evolution().has("TWICE-MARKER", file);
        worker.announce(marker);
        await().until(() -> !worker.told("TWICE-MARKER").isEmpty());

        assertThat(worker.told("TWICE")).hasSize(1);
        assertThat(row(message).revision()).isEqualTo(1);
    }

    @Test
    void aThousandMessagesShareOneObjectUntilTheLastIsErased() {
        byte[] file = Picture.of("shared by a thousand");
        List<Message> messages = IntStream.range(0, 1000)
                .mapToObj(number -> worker.message(GROUP, "SHARED-" + number, file))
                .toList();
        messages.forEach(message -> worker.evolution().has(message.id(), file));
        worker.announce(messages.toArray(Message[]::new));
        String key = StoredFile.key(RunningWorker.sha256(file));
        awaitAdvancing(Duration.ofSeconds(1), Duration.ofMinutes(5), () -> references(file) == 1000);
        assertThat(objects(file)).containsExactly(key);

        messages.subList(0, 999).forEach(this::erase);
        assertThat(has(key)).isTrue();
        erase(messages.getLast());
        assertThat(has(key)).isFalse();
        assertThat(objects(file)).isEmpty();
    }

    @Test
    void afterAnHourWithoutEvolutionEverythingArrivesOnSchedule() {
        worker.evolution().away(true);
        List<Message> messages = IntStream.range(0, 6)
                .mapToObj(number -> worker.message(GROUP, "OUTAGE-" + number, Picture.of("outage " + number)))
                .toList();
        worker.announce(messages.toArray(Message[]::new));
        await().until(() -> messages.stream().allMatch(message -> job(message).lastError() != null));
        Instant begun = worker.clock().instant();
        for (int minutes = 0; minutes < 60; minutes += 5) {
            worker.clock().advance(Duration.ofMinutes(5));
            await().until(() -> messages.stream().noneMatch(message -> isDue(job(message))));
        }
        assertThat(messages).allSatisfy(message -> {
            assertThat(state(message)).isEqualTo(MediaState.PENDING);
            assertThat(job(message).state()).isEqualTo(JobState.WAITING);
        });
        assertThat(messages.stream()
                        .mapToInt(message -> job(message).attempts())
                        .max()
                        .orElse(0))
                .isGreaterThanOrEqualTo(3);

        worker.evolution().away(false);
        IntStream.range(0, 6)
                .forEach(number -> worker.evolution().has("OUTAGE-" + number, Picture.of("outage " + number)));
        awaitAdvancing(
                Duration.ofMinutes(5),
                () -> messages.stream().allMatch(message -> state(message) == MediaState.STORED));
        assertThat(worker.clock().instant()).isBefore(begun.plus(Duration.ofHours(72)));
        assertThat(messages)
                .allSatisfy(message -> assertThat(job(message).state()).isEqualTo(JobState.DONE));
    }

    @Test
    void whileTheObjectStoreIsAwayNothingIsFetchedAndNothingIsLost() {
        worker.store().away(true);
        byte[] file = Picture.of("store away");
        worker.evolution().has("STORE-AWAY", file);
        int asked = worker.evolution().asked();
        Message message = worker.message(GROUP, "STORE-AWAY", file);
        worker.announce(message);
        await().until(() -> job(message).lastError() != null);
        worker.clock().advance(Duration.ofHours(1));
        await().until(() -> !isDue(job(message)));
        assertThat(job(message).state()).isEqualTo(JobState.WAITING);
        assertThat(worker.evolution().asked()).isEqualTo(asked);

        worker.store().away(false);
        worker.clock().advance(Duration.ofMinutes(2));
        await().until(() -> state(message) == MediaState.STORED);
    }

    @Test
    void aFullDiskDelaysAFileAndLeavesNothingBehind() {
        worker.store().full(true);
        byte[] file = Picture.of("disk full");
        worker.evolution().has("FULL", file);
        Message message = worker.message(GROUP, "FULL", file);
        worker.announce(message);
        await().until(() -> job(message).lastError() != null);
        await().untilAsserted(() -> assertThat(worker.workFolder()).isEmptyDirectory());
        assertThat(has(StoredFile.key(RunningWorker.sha256(file)))).isFalse();

        worker.store().full(false);
        worker.clock().advance(Duration.ofMinutes(2));
        await().until(() -> state(message) == MediaState.STORED);
    }

    @Test
    void aFileThatWhatsAppNoLongerHasExpires() {
        worker.evolution().lost("LOST");
        Message message = worker.message(GROUP, "LOST", Picture.of("lost"));
        worker.announce(message);
        awaitAdvancing(() ->
                state(message) == MediaState.EXPIRED && !worker.told("LOST").isEmpty());

        assertThat(worker.told("LOST")).singleElement().isInstanceOfSatisfying(MediaFailed.class, event -> {
            assertThat(event.reason()).isEqualTo("gone");
            assertThat(event.state()).isEqualTo(MediaState.EXPIRED);
        });
        await().until(() -> job(message).state() == JobState.EXPIRED);
        assertThat(job(message).attempts()).isEqualTo(3);
    }

    @Test
    void bytesWithAnotherHashAreNeverStored() {
        byte[] other = Picture.of("other bytes");
        worker.evolution().has("DAMAGED", other);
        Message message = worker.message(GROUP, "DAMAGED", Picture.of("promised bytes"));
        worker.announce(message);
        awaitAdvancing(() -> state(message) == MediaState.FAILED);

        assertThat(row(message).reason()).isEqualTo("hash-mismatch");
        assertThat(has(StoredFile.key(RunningWorker.sha256(other)))).isFalse();
    }

    @Test
    void aMessageThatNobodyKnowsIsGivenUpTwoWeeksAfter() {
        Message message = worker.message(GROUP, "UNKNOWN", Picture.of("unknown"));
        worker.announce(message);
        awaitAdvancing(Duration.ofHours(12), () -> state(message) == MediaState.EXPIRED);

        assertThat(row(message).reason()).isEqualTo("gave-up");
        JobRow job = job(message);
        assertThat(job.attempts()).isBetween(10, 25);
        assertThat(Objects.requireNonNull(job.finishedAt())).isAfterOrEqualTo(job.expiresAt());
    }

    @Test
    void whatFailedIsAskedForAgainOnRequest() {
        byte[] file = Picture.of("again");
        worker.evolution().lost("AGAIN");
        Message message = worker.message(GROUP, "AGAIN", file);
        worker.announce(message);
        awaitAdvancing(() -> state(message) == MediaState.EXPIRED);
        await().until(() -> job(message).state() == JobState.EXPIRED);
        worker.evolution().has("AGAIN", file);

        refetch(Map.of("messageId", "AGAIN")).isEqualTo(1);
        await().until(() -> state(message) == MediaState.STORED);
        await().until(() -> worker.told("AGAIN").size() == 2);
        assertThat(worker.told("AGAIN").stream().map(MediaEvent::revision)).containsExactly(1L, 2L);
        refetch(Map.of("messageId", "AGAIN")).isEqualTo(0);
    }

    @Test
    void jobsAreListedAndCancelledByWhoMay() {
        worker.evolution().lost("CANCELLED");
        Message message = worker.message(GROUP, "CANCELLED", Picture.of("cancelled"));
        worker.announce(message);
        await().until(() -> job(message).lastError() != null);
        worker.caller(Scopes.SUITE_READ)
                .get()
                .uri("/media/jobs?state=waiting&limit=500")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.key == '" + id(message) + "')].lastError")
                .value(errors -> assertThat(errors.toString()).contains("410"));

        worker.caller(Scopes.SUITE_WRITE)
                .post()
                .uri("/media/jobs/" + id(message) + "/cancel")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(job(message).state()).isEqualTo(JobState.CANCELLED);
        worker.caller(Scopes.MESSAGES_READ)
                .get()
                .uri("/media/jobs")
                .exchange()
                .expectStatus()
                .isForbidden();
        worker.caller(Scopes.SUITE_READ)
                .post()
                .uri("/media/refetch")
                .bodyValue(Map.of("failed", true))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private org.assertj.core.api.AbstractLongAssert<?> refetch(Map<String, Object> order) {
        Map<?, ?> answer = worker.caller(Scopes.SUITE_WRITE)
                .post()
                .uri("/media/refetch")
                .bodyValue(order)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return assertThat(((Number) Objects.requireNonNull(answer).get("files")).longValue());
    }

    private void erase(Message message) {
        worker.caller(Scopes.SUITE_WRITE)
                .delete()
                .uri("/media/" + id(message))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private void awaitAdvancing(Callable<Boolean> condition) {
        awaitAdvancing(Duration.ofHours(2), condition);
    }

    private void awaitAdvancing(Duration step, Callable<Boolean> condition) {
        awaitAdvancing(step, Duration.ofMinutes(2), condition);
    }

    /** Time passes in steps until it is so: what failed once comes again, as it would. */
    private void awaitAdvancing(Duration step, Duration limit, Callable<Boolean> condition) {
        await().atMost(limit).pollInterval(Duration.ofMillis(100)).until(() -> {
            boolean so = condition.call();
            if (!so) {
                worker.clock().advance(step);
            }
            return so;
        });
    }

    private boolean isDue(JobRow job) {
        Instant next = job.nextAttemptAt();
        return job.state() == JobState.RUNNING
                || next != null && next.isBefore(worker.clock().instant());
    }

    private static UUID id(Message message) {
        return UUID.fromString(MessageRef.of(message).mediaId());
    }

    private JobRow job(Message message) {
        return await().until(
                        () -> worker.get(Jobs.class)
                                .find(
                                        worker.get(FetchJobs.class).kind(),
                                        id(message).toString())
                                .block(PATIENCE),
                        Objects::nonNull);
    }

    private MediaRow row(Message message) {
        return await().until(() -> worker.get(MediaRows.class).find(id(message)).block(PATIENCE), Objects::nonNull);
    }

    private MediaState state(Message message) {
        return row(message).state();
    }

    private boolean has(String key) {
        return worker.store().find(key).blockOptional(PATIENCE).isPresent();
    }

    private List<String> objects(byte[] file) {
        return Objects.requireNonNull(worker.store()
                .list("media/")
                .filter(object -> object.key().endsWith(RunningWorker.sha256(file)))
                .map(object -> object.key())
                .collectList()
                .block(PATIENCE));
    }

    private long references(byte[] file) {
        try (var connection = worker.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM media.media WHERE sha256 = '" + RunningWorker.sha256(file) + "'")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

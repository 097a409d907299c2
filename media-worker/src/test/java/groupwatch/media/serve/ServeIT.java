package groupwatch.media.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.media.MessageRef;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageType;
import groupwatch.kit.security.Scopes;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import groupwatch.media.testing.RunningWorker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class ServeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] SCRIPT = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

    private final RunningWorker worker = RunningWorker.shared();
    private final StoredMedia media = new StoredMedia();
    private final WebTestClient reader = worker.caller(Scopes.MESSAGES_READ);

    @AfterEach
    void mend() {
        worker.store().away(false);
    }

    @Test
    void givesAFileWithEverythingAReaderNeedsToKnow() {
        byte[] bytes = noise(300_000);
        String path = media.stored("S-1", MessageType.IMAGE, null, "image/jpeg", bytes);
        EntityExchangeResult<byte[]> answer = get(path);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseBody()).isEqualTo(bytes);
        HttpHeaders headers = answer.getResponseHeaders();
        assertThat(headers.getContentLength()).isEqualTo(300_000);
        assertThat(headers.getFirst("Content-Type")).isEqualTo("image/jpeg");
        assertThat(headers.getETag()).isEqualTo('"' + RunningWorker.sha256(bytes) + '"');
        assertThat(headers.getFirst("Accept-Ranges")).isEqualTo("bytes");
        assertThat(headers.getFirst("Content-Disposition"))
                .isEqualTo("inline; filename=\"image_2026-11-20_" + path.substring(7, 15) + ".jpg\"");
        assertThat(headers.getCacheControl()).contains("private", "max-age=31536000", "immutable");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy"))
                .startsWith("sandbox;")
                .contains("default-src 'none'");
    }

    @Test
    void isNotAskedForTwice() {
        String path = media.stored("S-2", MessageType.IMAGE, null, "image/png", noise(10));
        String etag = Objects.requireNonNull(get(path).getResponseHeaders().getETag());
        reader.get()
                .uri(path)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void givesPartsOfAVideo() {
        byte[] bytes = noise(200_000);
        String path = media.stored("S-3", MessageType.VIDEO, null, "video/mp4", bytes);
        EntityExchangeResult<byte[]> part = range(path, "bytes=100000-199999");
        assertThat(part.getStatus().value()).isEqualTo(206);
        assertThat(part.getResponseBody()).isEqualTo(Arrays.copyOfRange(bytes, 100_000, 200_000));
        assertThat(part.getResponseHeaders().getFirst("Content-Range")).isEqualTo("bytes 100000-199999/200000");

        EntityExchangeResult<byte[]> beyond = range(path, "bytes=200000-");
        assertThat(beyond.getStatus().value()).isEqualTo(416);
        assertThat(beyond.getResponseHeaders().getFirst("Content-Range")).isEqualTo("bytes */200000");
        assertThat(beyond.getResponseHeaders().getFirst("ETag")).isNull();
    }

    @Test
    void saysHowLargeAFileIsWithoutIt() {
        String path = media.stored("S-4", MessageType.VIDEO, null, "video/mp4", noise(5_000));
        FluxExchangeResult<Void> answer =
                reader.method(HttpMethod.HEAD).uri(path).exchange().returnResult(Void.class);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getContentLength()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, application/octet-stream",
        "image/svg+xml, application/octet-stream",
        "application/xhtml+xml, application/octet-stream",
        "text/javascript, application/octet-stream",
        "application/pdf, application/pdf",
        "text/plain, text/plain",
        "application/x-msdownload, application/x-msdownload",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
                + " application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    })
    void letsNothingRunInABrowser(String mime, String said) {
        String path = media.stored("R-" + mime, MessageType.DOCUMENT, "a.html", mime, SCRIPT);
        HttpHeaders headers = get(path).getResponseHeaders();
        assertThat(headers.getFirst("Content-Type")).isEqualTo(said);
        assertThat(headers.getFirst("Content-Disposition")).isEqualTo("attachment; filename=\"a.html\"");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void namesNoFolderAndNoHeader() {
        String path = media.stored(
                "S-5",
                MessageType.DOCUMENT,
                "../../x\r\nSet-Cookie: a=b\r\n\u202Egpj.exe",
                "application/pdf",
                noise(9));
        HttpHeaders headers = get(path).getResponseHeaders();
        assertThat(headers.getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"xSet-Cookie_ a=bgpj.exe\"");
        assertThat(headers.getFirst("Set-Cookie")).isNull();
    }

    @Test
    void savesWhatItWouldShow() {
        String path = media.stored("S-6", MessageType.IMAGE, null, "image/gif", noise(9));
        assertThat(get(path + "?download=true").getResponseHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment;");
    }

    @Test
    void givesTheThumbnail() {
        byte[] small = noise(4_000);
        String path = media.stored("S-7", MessageType.VIDEO, null, "video/mp4", noise(90_000), small);
        EntityExchangeResult<byte[]> answer = get(path + "/thumbnail");
        assertThat(answer.getResponseBody()).isEqualTo(small);
        assertThat(answer.getResponseHeaders().getFirst("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.getResponseHeaders().getETag())
                .isNotEqualTo(get(path).getResponseHeaders().getETag());

        String bare = media.stored("S-8", MessageType.DOCUMENT, null, "application/zip", noise(9));
        problem(bare + "/thumbnail", 404, "no-thumbnail");
    }

    @Test
    void saysWhyAFileIsNotThere() {
        MessageRef pending = media.told("S-9", MessageType.IMAGE, null);
        problem("/media/" + pending.mediaId(), 404, "media-pending");

        MessageRef expired = media.told("S-10", MessageType.IMAGE, null);
        worker.get(MediaRows.class)
                .ended(UUID.fromString(expired.mediaId()), MediaState.EXPIRED, "expired", null)
                .block(PATIENCE);
        assertThat(problem("/media/" + expired.mediaId(), 410, "media-gone")).containsEntry("state", "expired");

        problem("/media/" + UUID.randomUUID(), 404, "not-found");
        assertThat(problem("/media/etc", 400, "bad-parameter")).containsEntry("parameter", "id");
    }

    @Test
    void showsNobodyWhatHeMayNotSee() {
        String path = media.stored("S-11", MessageType.IMAGE, null, "image/png", noise(9));
        for (String one : new String[] {path, path + "/thumbnail"}) {
            worker.anonymous().get().uri(one).exchange().expectStatus().isUnauthorized();
            worker.caller(Scopes.SUITE_READ)
                    .get()
                    .uri(one)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            worker.caller(Set.of("120363000000000001@g.us"), Scopes.MESSAGES_READ)
                    .get()
                    .uri(one)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        worker.caller(Set.of(StoredMedia.GROUP), Scopes.MESSAGES_READ)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk();
        worker.caller(Set.of("120363000000000001@g.us"), Scopes.MESSAGES_READ)
                .post()
                .uri(path + "/link")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aLinkWorksWithoutALoginForAWhile() {
        byte[] bytes = noise(100);
        String path = media.stored("S-12", MessageType.IMAGE, null, "image/png", bytes);
        String link = link(path, Map.of("seconds", 30));
        assertThat(link).startsWith("/media/link/");
        assertThat(worker.anonymous()
                        .get()
                        .uri(link)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent())
                .isEqualTo(bytes);
        worker.anonymous().get().uri(path).exchange().expectStatus().isUnauthorized();

        String another = media.stored("S-13", MessageType.IMAGE, null, "image/png", noise(50))
                .substring(7);
        String forged = link.replace(path.substring(7), another);
        worker.anonymous().get().uri(forged).exchange().expectStatus().isNotFound();
        String prolonged = link.replaceFirst("\\.([0-9]+)\\.", ".99$1.");
        worker.anonymous().get().uri(prolonged).exchange().expectStatus().isNotFound();

        worker.clock().advance(Duration.ofSeconds(31));
        worker.anonymous().get().uri(link).exchange().expectStatus().isEqualTo(410);
    }

    @Test
    void aLinkIsNotForLongerThanIsAllowed() {
        String path = media.stored("S-14", MessageType.IMAGE, null, "image/png", noise(9));
        for (Object seconds : new Object[] {0, -5, 86_401, "soon"}) {
            reader.post()
                    .uri(path + "/link")
                    .bodyValue(Map.of("seconds", seconds))
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void saysThatTheStoreIsAwayWithoutSayingThatItIsAFile() {
        String path = media.stored("S-15", MessageType.IMAGE, null, "image/png", noise(9));
        worker.store().away(true);
        EntityExchangeResult<byte[]> answer = get(path);
        assertThat(answer.getStatus().value()).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(answer.getResponseHeaders().getFirst("ETag")).isNull();
        assertThat(answer.getResponseHeaders().getCacheControl()).isNotEqualTo("private, max-age=31536000, immutable");
    }

    /** The whole way of a file that says it is a photo. */
    @Test
    void aPageThatClaimsToBeAPhotoIsToBeSaved() {
        String claim = worker.claim("hostile", SCRIPT);
        Message message =
                worker.message(StoredMedia.GROUP, "HOSTILE", worker.clock().instant(), SCRIPT, claim);
        worker.announce(message);
        UUID id = UUID.fromString(MessageRef.of(message).mediaId());
        await().atMost(PATIENCE)
                .until(() -> worker.get(MediaRows.class)
                        .find(id)
                        .map(MediaRow::state)
                        .filter(MediaState.STORED::equals)
                        .hasElement()
                        .block(PATIENCE));
        HttpHeaders headers = get("/media/" + id).getResponseHeaders();
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(headers.getFirst("Content-Disposition")).startsWith("attachment;");
        problem("/media/" + id + "/thumbnail", 404, "no-thumbnail");
    }

    private String link(String path, Map<String, ?> order) {
        Map<?, ?> answer = Objects.requireNonNull(reader.post()
                .uri(path + "/link")
                .bodyValue(order)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        return String.valueOf(answer.get("url"));
    }

    private EntityExchangeResult<byte[]> get(String path) {
        return reader.get()
                .uri(builder -> java.net.URI.create(builder.build() + path))
                .exchange()
                .expectBody()
                .returnResult();
    }

    private EntityExchangeResult<byte[]> range(String path, String range) {
        return reader.get()
                .uri(path)
                .header("Range", range)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private Map<String, Object> problem(String path, int status, String slug) {
        EntityExchangeResult<byte[]> answer = get(path);
        assertThat(answer.getStatus().value()).as(path).isEqualTo(status);
        @SuppressWarnings("unchecked")
        Map<String, Object> problem =
                groupwatch.events.EventCodec.mapper().readValue(answer.getResponseBodyContent(), Map.class);
        assertThat(String.valueOf(problem.get("type"))).endsWith("/" + slug);
        return problem;
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}

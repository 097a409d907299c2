package groupwatch.kit.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.testing.TestBucket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Against a server that speaks S3. */
class S3ObjectStoreIT extends ObjectStoreContract {

    private static S3Settings settings;
    private static S3AsyncClient client;
    private static S3ObjectStore objects;

    @BeforeAll
    static void open() {
        settings = settings(TestBucket.shared().endpoint(), TestBucket.NAME);
        client = S3Clients.client(settings);
        objects = store(settings);
    }

    @AfterAll
    static void close() {
        objects.close();
        client.close();
    }

    @Override
    ObjectStore objects() {
        return objects;
    }

    @Test
    void linksLetAnybodyReadForAWhile() throws IOException, InterruptedException {
        put(key("linked"), new byte[] {1, 2, 3});

        URI link = objects.signedLink(key("linked"), Duration.ofMinutes(5)).block();

        assertThat(link).isNotNull();
        assertThat(link.getQuery()).contains("X-Amz-Expires=300", "X-Amz-Signature=");
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray())
                            .body())
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void sweepsUploadsThatADeadProcessLeft() {
        client.createMultipartUpload(create -> create.bucket(TestBucket.NAME).key(key("left")))
                .join();

        assertThat(objects.sweepUnfinished(Instant.now().minus(Duration.ofDays(1)))
                        .block())
                .isZero();
        assertThat(unfinished()).isOne();
        assertThat(objects.sweepUnfinished(Instant.now().plusSeconds(60)).block())
                .isOne();
        assertThat(unfinished()).isZero();
    }

    @Test
    void isUnavailableWhereNobodyAnswers() {
        try (S3ObjectStore away = store(settings(URI.create("http://127.0.0.1:1"), TestBucket.NAME))) {
            assertThat(List.of(
                            away.check(),
                            away.put("a", content(bytes(10))),
                            away.find("a"),
                            away.read("a", ByteRange.ALL).then(),
                            away.list("a").then(),
                            away.sweepUnfinished(Instant.EPOCH)))
                    .allSatisfy(S3ObjectStoreIT::isUnavailable);
        }
    }

    @Test
    void isUnavailableWhereThereIsNoBucket() {
        try (S3ObjectStore away = store(settings(TestBucket.shared().endpoint(), "another"))) {
            assertThat(List.of(away.check(), away.put("a", content(bytes(10)))))
                    .allSatisfy(S3ObjectStoreIT::isUnavailable);
        }
    }

    private static void isUnavailable(Mono<?> done) {
        assertThatThrownBy(done::block).isInstanceOf(ObjectStoreUnavailableException.class);
    }

    @Test
    void noEventLoopIsHeldUp() {
        Mono<Long> roundTrip = objects.put(key("loop"), content(bytes(6_000_000)))
                .then(objects.copy(key("loop"), key("loop2")))
                .thenMany(objects.list(key("loop")))
                .concatMap(object -> objects.read(object.key(), ByteRange.ALL))
                .reduce(0L, (size, buffer) -> size + buffer.remaining());

        // BlockHound fails what blocks a parallel thread
        assertThat(roundTrip.subscribeOn(Schedulers.parallel()).block()).isEqualTo(12_000_000);
    }

    @Override
    long unfinished() {
        return uploads().stream()
                .filter(upload -> upload.key().startsWith(key("")))
                .count();
    }

    private static List<MultipartUpload> uploads() {
        return client.listMultipartUploads(list -> list.bucket(TestBucket.NAME))
                .join()
                .uploads();
    }

    @Override
    void eventuallyNothingIsUnfinished() {
        await().until(() -> unfinished() == 0);
    }

    private static S3ObjectStore store(S3Settings settings) {
        return new S3ObjectStore(
                S3Clients.client(settings), S3Clients.presigner(settings), settings, Clock.systemUTC());
    }

    private static S3Settings settings(@Nullable URI endpoint, String bucket) {
        return new S3Settings(
                endpoint, "us-east-1", bucket, "key", "secret", true, DataSize.ofMegabytes(5), Duration.ofSeconds(5));
    }
}

package groupwatch.kit.objects;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Objects in a bucket. Content goes up in parts, one after the other, so that an upload holds one part in memory; what fits into one goes up
 * at once. An object appears when its last part is acknowledged.
 */
final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3AsyncClient client;
    private final S3Presigner presigner;
    private final String bucket;
    private final int partSize;
    private final Clock clock;

    /** Signing takes time, and the SDK's own chain of credentials may ask the network. */
    private final Scheduler calls = Schedulers.newBoundedElastic(4, 10_000, "objects-s3");

    S3ObjectStore(S3AsyncClient client, S3Presigner presigner, S3Settings settings, Clock clock) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = settings.bucket();
        this.partSize = (int) settings.partSize().toBytes();
        this.clock = clock;
    }

    @Override
    public Mono<StoredObject> put(String key, Flux<ByteBuffer> content) {
        return Mono.defer(() -> {
            String name = ObjectKey.checked(key);
            return Mono.usingWhen(
                    Mono.fromSupplier(() -> new S3Upload(this, client, bucket, name)),
                    upload -> send(upload, content).map(size -> new StoredObject(key, size, clock.instant())),
                    done -> Mono.empty(),
                    (upload, error) -> upload.abort(),
                    S3Upload::abort);
        });
    }

    private Mono<Long> send(S3Upload upload, Flux<ByteBuffer> content) {
        return Mono.defer(() -> {
            S3Parts parts = new S3Parts(partSize);
            return content.concatMapIterable(parts::take, 1)
                    .concatMap(upload::part, 0)
                    .then(Mono.defer(() -> upload.complete(parts.last())))
                    .then(Mono.fromSupplier(parts::size));
        });
    }

    @Override
    public Mono<StoredObject> find(String key) {
        return Mono.defer(() -> {
            String name = ObjectKey.checked(key);
            return call(() -> client.headObject(head -> head.bucket(bucket).key(name)))
                    .map(found -> stored(key, found))
                    .onErrorResume(ObjectMissingException.class, missing -> Mono.empty());
        });
    }

    @Override
    public Flux<ByteBuffer> read(String key, ByteRange range) {
        return Flux.defer(() -> {
            GetObjectRequest request = GetObjectRequest.builder()
                    .bucket(bucket)
                    .key(ObjectKey.checked(key))
                    .range(header(range))
                    .build();
            return call(() -> client.getObject(request, AsyncResponseTransformer.toPublisher()))
                    .<ByteBuffer>flatMapMany(Function.identity())
                    .onErrorMap(SdkException.class, S3ObjectStore::meaning)
                    .onErrorMap(ObjectMissingException.class, missing -> new ObjectMissingException(key))
                    .onErrorResume(S3ObjectStore::saysBeyondEnd, beyond -> Flux.empty());
        });
    }

    private static @Nullable String header(ByteRange range) {
        if (range.equals(ByteRange.ALL)) {
            return null;
        }
        return "bytes=" + range.first() + "-" + (range.last() == null ? "" : range.last());
    }

    @Override
    public Mono<StoredObject> copy(String from, String to) {
        return Mono.defer(() -> {
            if (from.equals(to)) {
                // S3 refuses a copy that changes nothing
                return find(from).switchIfEmpty(Mono.error(() -> new ObjectMissingException(from)));
            }
            String source = ObjectKey.checked(from);
            String target = ObjectKey.checked(to);
            return call(() -> client.copyObject(copy -> copy.sourceBucket(bucket)
                            .sourceKey(source)
                            .destinationBucket(bucket)
                            .destinationKey(target)))
                    .onErrorMap(ObjectMissingException.class, missing -> new ObjectMissingException(from))
                    .then(find(to));
        });
    }

    @Override
    public Mono<Void> delete(String key) {
        return Mono.defer(() -> {
            String name = ObjectKey.checked(key);
            return call(() ->
                            client.deleteObject(delete -> delete.bucket(bucket).key(name)))
                    .onErrorComplete(ObjectMissingException.class)
                    .then();
        });
    }

    @Override
    public Flux<StoredObject> list(String prefix) {
        return Flux.defer(() -> Flux.from(client.listObjectsV2Paginator(
                                list -> list.bucket(bucket).prefix(prefix))
                        .contents()))
                .subscribeOn(calls)
                .map(S3ObjectStore::stored)
                .onErrorMap(S3ObjectStore::unwrapped)
                .onErrorMap(SdkException.class, S3ObjectStore::meaning);
    }

    @Override
    public Mono<URI> signedLink(String key, Duration lifetime) {
        return Mono.fromCallable(() -> presigner
                        .presignGetObject(sign -> sign.signatureDuration(lifetime)
                                .getObjectRequest(get -> get.bucket(bucket).key(ObjectKey.checked(key))))
                        .url()
                        .toURI())
                .subscribeOn(calls);
    }

    @Override
    public Mono<Long> sweepUnfinished(Instant before) {
        return Flux.defer(() -> Flux.from(client.listMultipartUploadsPaginator(list -> list.bucket(bucket))
                        .uploads()))
                .subscribeOn(calls)
                .onErrorMap(S3ObjectStore::unwrapped)
                .onErrorMap(SdkException.class, S3ObjectStore::meaning)
                .filter(upload -> upload.initiated().isBefore(before))
                .concatMap(this::abort)
                .count();
    }

    private Mono<String> abort(MultipartUpload upload) {
        return call(() -> client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())))
                .thenReturn(upload.uploadId())
                .onErrorComplete(ObjectMissingException.class);
    }

    @Override
    public Mono<Void> check() {
        return call(() -> client.headBucket(head -> head.bucket(bucket)))
                .onErrorMap(
                        ObjectMissingException.class,
                        missing -> new ObjectStoreUnavailableException("there is no bucket " + bucket, missing))
                .then();
    }

    /** Off the caller's thread, and with the errors that callers know. Cancelling it ends the request. */
    <T> Mono<T> call(Supplier<CompletableFuture<T>> request) {
        return Mono.fromFuture(request).subscribeOn(calls).onErrorMap(SdkException.class, S3ObjectStore::meaning);
    }

    /** Of the SDK's pages, which tell their errors as futures do. */
    private static Throwable unwrapped(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static RuntimeException meaning(Throwable error) {
        if (error instanceof S3Exception refused
                && refused.statusCode() == NOT_FOUND
                && !(error instanceof NoSuchBucketException)) {
            return new ObjectMissingException("in the bucket");
        }
        return new ObjectStoreUnavailableException("the object store does not do it: " + error.getMessage(), error);
    }

    private static boolean saysBeyondEnd(Throwable error) {
        return error.getCause() instanceof S3Exception refused && refused.statusCode() == RANGE_NOT_SATISFIABLE;
    }

    private static StoredObject stored(String key, HeadObjectResponse found) {
        return new StoredObject(key, found.contentLength(), found.lastModified());
    }

    private static StoredObject stored(S3Object found) {
        return new StoredObject(found.key(), found.size(), found.lastModified());
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
        calls.dispose();
    }
}

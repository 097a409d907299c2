package groupwatch.kit.objects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** One object on its way up: begun with its first full part, or sent at once when there is none. */
final class S3Upload {

    private final S3ObjectStore store;
    private final S3AsyncClient client;
    private final String bucket;
    private final String key;
    private final List<CompletedPart> parts = new ArrayList<>();
    private volatile @Nullable String id;

    S3Upload(S3ObjectStore store, S3AsyncClient client, String bucket, String key) {
        this.store = store;
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    /** A part that is not the last; one after the other. */
    Mono<UploadPartResponse> part(byte[] bytes) {
        return begun().flatMap(begun -> send(begun, bytes));
    }

    private Mono<String> begun() {
        String begun = id;
        if (begun != null) {
            return Mono.just(begun);
        }
        return store.call(() -> client.createMultipartUpload(
                        create -> create.bucket(bucket).key(key)))
                .map(created -> id = created.uploadId());
    }

    private Mono<UploadPartResponse> send(String begun, byte[] bytes) {
        int number = parts.size() + 1;
        return store.call(() -> client.uploadPart(
                        part -> part.bucket(bucket).key(key).uploadId(begun).partNumber(number),
                        AsyncRequestBody.fromBytesUnsafe(bytes)))
                .doOnNext(sent -> parts.add(CompletedPart.builder()
                        .partNumber(number)
                        .eTag(sent.eTag())
                        .build()));
    }

    Mono<Void> complete(byte[] last) {
        String begun = id;
        if (begun == null) {
            return store.call(() -> client.putObject(
                            put -> put.bucket(bucket).key(key), AsyncRequestBody.fromBytesUnsafe(last)))
                    .then();
        }
        return send(begun, last)
                .then(store.call(() -> client.completeMultipartUpload(complete ->
                        complete.bucket(bucket).key(key).uploadId(begun).multipartUpload(all -> all.parts(parts)))))
                .then();
    }

    /** So that the parts take no room; those of a store that is away now are swept later. */
    Mono<Void> abort() {
        return Mono.defer(() -> {
            String begun = id;
            return begun == null
                    ? Mono.empty()
                    : store.call(() -> client.abortMultipartUpload(
                                    abort -> abort.bucket(bucket).key(key).uploadId(begun)))
                            .onErrorComplete()
                            .then();
        });
    }
}

package groupwatch.media.fetch;

import groupwatch.media.MediaMetrics;
import groupwatch.media.MediaWorkerProperties;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where files are while they are fetched and looked into. Its threads may block. */
@Component
public class WorkFolder implements DisposableBean {

    private static final int PORTION = 64 * 1024;

    /** Files under way, and the folders beside them in which they are looked into. */
    private static final String OURS = "{*.part,inspect-*}";

    private final Path folder;
    private final Scheduler disk;
    private final MediaMetrics metrics;

    WorkFolder(MediaWorkerProperties properties, MediaMetrics metrics) {
        this.folder = properties.workFolder();
        this.disk = Schedulers.newBoundedElastic(properties.fetch().concurrency() + 2, 1000, "media-disk", 60, true);
        this.metrics = metrics;
    }

    Scheduler disk() {
        return disk;
    }

    /** Does something with the path of a new file, which is deleted after, whatever happened. */
    <T> Mono<T> withFile(Function<Path, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.fromCallable(this::fresh)
                        .subscribeOn(disk)
                        .onErrorMap(IOException.class, DiskTroubleException::new),
                work,
                this::delete);
    }

    private Path fresh() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(UUID.randomUUID() + ".part");
    }

    private Mono<Void> delete(Path path) {
        return Mono.fromCallable(() -> Files.deleteIfExists(path))
                .subscribeOn(disk)
                .then();
    }

    /** The bytes of a file, at the reader's pace. */
    public Flux<ByteBuffer> read(Path path) {
        return Flux.<ByteBuffer, FileChannel>generate(
                        () -> FileChannel.open(path, StandardOpenOption.READ),
                        (channel, sink) -> {
                            ByteBuffer buffer = ByteBuffer.allocate(PORTION);
                            try {
                                if (channel.read(buffer) < 0) {
                                    sink.complete();
                                } else {
                                    sink.next(buffer.flip());
                                }
                            } catch (IOException e) {
                                sink.error(new DiskTroubleException(e));
                            }
                            return channel;
                        },
                        WorkFolder::close)
                .subscribeOn(disk);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DiskTroubleException(e);
        }
    }

    /**
     * Removes what a process left behind that died, and looks how much room there is. Emits how many there were.
     */
    public Mono<Long> sweep(Instant before) {
        return Mono.fromCallable(() -> {
                    Files.createDirectories(folder);
                    metrics.diskFree(Files.getFileStore(folder).getUsableSpace());
                    long swept = 0;
                    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, OURS)) {
                        for (Path entry : entries) {
                            swept += isOlder(entry, before) && FileSystemUtils.deleteRecursively(entry) ? 1 : 0;
                        }
                    }
                    return swept;
                })
                .subscribeOn(disk);
    }

    /** What vanishes meanwhile is finished. */
    private static boolean isOlder(Path entry, Instant before) {
        try {
            return Files.getLastModifiedTime(entry).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void destroy() {
        disk.dispose();
    }
}

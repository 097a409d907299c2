package groupwatch.kit.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Objects as files of a folder, which several services may share. A file is written beside the others, brought to the disk, and only then
 * gets its name; so a name never stands for half an object, and files never change, which makes a hard link a copy.
 *
 * <p>All that touches the disk runs on a scheduler of its own: files have no other than blocking calls.
 */
final class FolderObjectStore implements ObjectStore, AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 10_000;

    /** Buffers of content that wait for the disk, for each object being written. */
    private static final int PREFETCH = 4;

    /** Where files are written before they have their name; no segment of a key has such a character. */
    private static final String UNFINISHED = "~unfinished";

    private final Path root;
    private final Path unfinished;
    private final Clock clock;
    private final Scheduler disk = Schedulers.newBoundedElastic(THREADS, WAITING, "objects-folder");

    FolderObjectStore(Path folder, Clock clock) {
        this.root = folder.toAbsolutePath().normalize();
        this.unfinished = root.resolve(UNFINISHED);
        this.clock = clock;
    }

    @Override
    public Mono<StoredObject> put(String key, Flux<ByteBuffer> content) {
        return Mono.defer(() -> {
            Path target = path(key);
            return Mono.usingWhen(
                            onDisk(this::begin),
                            file -> content.publishOn(disk, PREFETCH)
                                    .doOnNext(file::write)
                                    .then(onDisk(() -> finish(file, key, target))),
                            done -> Mono.empty(),
                            (file, error) -> discard(file),
                            this::discard)
                    .onErrorMap(IOException.class, FolderObjectStore::unavailable)
                    .onErrorMap(UncheckedIOException.class, FolderObjectStore::unavailable);
        });
    }

    private UnfinishedFile begin() throws IOException {
        Folders.create(unfinished);
        return UnfinishedFile.create(unfinished.resolve(UUID.randomUUID().toString()));
    }

    private StoredObject finish(UnfinishedFile file, String key, Path target) throws IOException {
        Instant now = clock.instant();
        long size = file.finish(now);
        name(file.path(), target);
        return new StoredObject(key, size, now);
    }

    private static void name(Path file, Path target) throws IOException {
        Path folder = Folders.parent(target);
        Folders.create(folder);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(folder);
    }

    private Mono<Void> discard(UnfinishedFile file) {
        return onDisk(() -> {
                    file.discard();
                    return true;
                })
                .then();
    }

    @Override
    public Mono<StoredObject> find(String key) {
        return Mono.defer(() -> {
            Path file = path(key);
            return onDisk(() -> Files.readAttributes(file, BasicFileAttributes.class))
                    .filter(BasicFileAttributes::isRegularFile)
                    .map(attributes -> stored(key, attributes))
                    .onErrorResume(FolderObjectStore::saysMissing, missing -> Mono.empty())
                    .onErrorMap(IOException.class, FolderObjectStore::unavailable);
        });
    }

    @Override
    public Flux<ByteBuffer> read(String key, ByteRange range) {
        return Flux.defer(() -> {
            Path file = path(key);
            return Flux.generate(() -> FileReading.open(file, range), FileReading::next, FileReading::close)
                    .subscribeOn(disk)
                    .onErrorMap(FolderObjectStore::saysMissing, error -> new ObjectMissingException(key))
                    .onErrorMap(IOException.class, FolderObjectStore::unavailable);
        });
    }

    @Override
    public Mono<StoredObject> copy(String from, String to) {
        return Mono.defer(() -> {
            Path source = path(from);
            Path target = path(to);
            return onDisk(() -> copy(source, to, target))
                    .onErrorMap(FolderObjectStore::saysMissing, error -> new ObjectMissingException(from))
                    .onErrorMap(IOException.class, FolderObjectStore::unavailable);
        });
    }

    private StoredObject copy(Path source, String key, Path target) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new NoSuchFileException(source.toString());
        }
        Folders.create(unfinished);
        Path file = unfinished.resolve(UUID.randomUUID().toString());
        try {
            Folders.linkOrCopy(source, file);
            // as old as the copy, so that nobody sweeps it as something that was forgotten long ago
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            name(file, target);
            return stored(key, Files.readAttributes(target, BasicFileAttributes.class));
        } finally {
            // POSIX renames nothing when both names are links to one file
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Mono<Void> delete(String key) {
        return Mono.defer(() -> {
            Path file = path(key);
            return onDisk(() -> Files.isRegularFile(file) && Files.deleteIfExists(file))
                    .onErrorMap(IOException.class, FolderObjectStore::unavailable)
                    .then();
        });
    }

    @Override
    public Flux<StoredObject> list(String prefix) {
        String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        return Flux.defer(() -> folder.isEmpty()
                        ? files(root, prefix)
                        : files(path(folder.substring(0, folder.length() - 1)), prefix))
                .subscribeOn(disk)
                .onErrorMap(IOException.class, FolderObjectStore::unavailable);
    }

    /** Lazily, so that a folder of a million files is not held in memory; what goes while we look is not there. */
    private Flux<StoredObject> files(Path folder, String prefix) {
        return Flux.using(() -> Files.newDirectoryStream(folder, this::isNamed), Flux::fromIterable)
                .onErrorResume(FolderObjectStore::saysMissing, missing -> Flux.empty())
                .concatMap(path -> file(path, prefix));
    }

    private Flux<StoredObject> file(Path path, String prefix) {
        String key = key(path);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return key.startsWith(prefix) || prefix.startsWith(key + "/") ? files(path, prefix) : Flux.empty();
            }
            return key.startsWith(prefix) ? Flux.just(stored(key, attributes)) : Flux.empty();
        } catch (NoSuchFileException gone) {
            return Flux.empty();
        } catch (IOException e) {
            return Flux.error(e);
        }
    }

    private boolean isNamed(Path path) {
        return !path.equals(unfinished);
    }

    /** A folder has no address of its own. */
    @Override
    public Mono<URI> signedLink(String key, Duration lifetime) {
        return Mono.empty();
    }

    @Override
    public Mono<Long> sweepUnfinished(Instant before) {
        return onDisk(() -> {
                    long swept = 0;
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(unfinished)) {
                        for (Path file : files) {
                            swept += Folders.deleteOlder(file, before) ? 1 : 0;
                        }
                    } catch (NoSuchFileException nothingWrittenYet) {
                        return 0L;
                    }
                    return swept;
                })
                .onErrorMap(IOException.class, FolderObjectStore::unavailable);
    }

    /** Writes nothing: a disk that is full must still be looked at. */
    @Override
    public Mono<Void> check() {
        return onDisk(() -> {
                    Folders.create(unfinished);
                    if (!Files.isWritable(unfinished)) {
                        throw new IOException(root + " cannot be written");
                    }
                    if (Files.getFileStore(unfinished).getUsableSpace() == 0) {
                        throw new IOException("the disk of " + root + " is full");
                    }
                    return true;
                })
                .onErrorMap(IOException.class, FolderObjectStore::unavailable)
                .then();
    }

    @Override
    public void close() {
        disk.dispose();
    }

    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(disk);
    }

    private static boolean saysMissing(Throwable error) {
        return error instanceof NoSuchFileException || error instanceof NotDirectoryException;
    }

    private static ObjectStoreUnavailableException unavailable(Throwable error) {
        return new ObjectStoreUnavailableException(
                "the folder of objects cannot be used: " + error.getMessage(), error);
    }

    private Path path(String key) {
        return root.resolve(ObjectKey.checked(key));
    }

    private String key(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static StoredObject stored(String key, BasicFileAttributes attributes) {
        return new StoredObject(
                key, attributes.size(), attributes.lastModifiedTime().toInstant());
    }
}

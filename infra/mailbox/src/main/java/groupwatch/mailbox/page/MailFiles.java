package groupwatch.mailbox.page;

import groupwatch.kit.problem.ProblemException;
import groupwatch.mailbox.keep.KeptMail;
import groupwatch.mailbox.keep.MailFolder;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The way to the files: on a few threads of their own, never on an event loop. */
@Component
class MailFiles implements DisposableBean {

    private static final int THREADS = 2;
    private static final int WAITING = 200;
    private static final int PIECE = 64 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final MailFolder folder;
    private final Scheduler threads = Schedulers.newBoundedElastic(THREADS, WAITING, "mailbox-files", 60, true);

    MailFiles(MailFolder folder) {
        this.folder = folder;
    }

    KeptMail find(String id) {
        return folder.find(id).orElseThrow(MailFiles::gone);
    }

    /** What somebody does with the file of a mail; 404 when there is no such mail any more. */
    <T> Mono<T> with(String id, FileWork<T> work) {
        return run(() -> work.on(folder.path(find(id).id()))).onErrorMap(MailFiles::isGone, e -> gone());
    }

    <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads).timeout(LONGEST);
    }

    /** As it lies on the disk, piece by piece. */
    Flux<DataBuffer> bytes(String id) {
        var path = folder.path(find(id).id());
        return DataBufferUtils.readInputStream(
                        () -> Files.newInputStream(path), DefaultDataBufferFactory.sharedInstance, PIECE)
                .subscribeOn(threads)
                .onErrorMap(MailFiles::isGone, e -> gone());
    }

    private static boolean isGone(Throwable error) {
        return error instanceof NoSuchFileException || error instanceof FileNotFoundException;
    }

    private static ProblemException gone() {
        return ProblemException.notFound("There is no such mail, or no longer.");
    }

    @Override
    public void destroy() {
        threads.dispose();
    }

    interface FileWork<T> {
        T on(Path file) throws Exception;
    }
}

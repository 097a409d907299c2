package groupwatch.media.text;

import groupwatch.media.text.Wire.Question;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The Java process that reads documents ({@link DocumentReader}), from outside. One question at a time. Blocks. */
final class ReaderProcess implements AutoCloseable {

    /** A Java process needs this long to begin, at worst. */
    private static final Duration START = Duration.ofSeconds(20);

    private final Process process;
    private final Path folder;
    private final DataOutputStream questions;
    private final DataInputStream answers;
    private boolean asked;
    private boolean ended;

    private ReaderProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.questions = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(process.getInputStream());
    }

    /** @param parent for a folder of its own, removed at the end */
    static ReaderProcess start(DocumentSettings settings, Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "reader-");
        ProcessBuilder builder = new ProcessBuilder(ReaderCommand.of(settings, folder));
        builder.environment().clear();
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new ReaderProcess(builder.redirectError(Redirect.DISCARD).start(), folder);
    }

    /** @throws UnreadableDocumentException also when the process died of it, or was ended because it took too long: it has {@link #ended} then */
    byte[] ask(Question question, Path file, int size, Duration limit) {
        Duration patience = asked ? limit : limit.plus(START);
        asked = true;
        Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> late = CompletableFuture.runAsync(process::destroyForcibly, later);
        try {
            Wire.ask(questions, question, file.toAbsolutePath().toString(), size);
            return Wire.answer(answers);
        } catch (IOException gone) {
            ended = true;
            throw new UnreadableDocumentException(late.isDone() ? "time-limit" : "unreadable");
        } finally {
            late.cancel(false);
        }
    }

    boolean ended() {
        return ended || !process.isAlive();
    }

    @Override
    public void close() {
        ended = true;
        process.destroyForcibly().onExit().thenRun(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
    }
}

package groupwatch.media.text;

import groupwatch.media.text.Wire.Question;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents, one at a time. The process that does it is started when the first comes and anew after it died of one; it ends when none came for a while.
 * Blocks. Methods throw {@link UnreadableDocumentException} for what is in the document, {@link IOException} for trouble of this machine.
 */
public final class ReadDocuments implements AutoCloseable {

    private static final int LONGEST_TEXT = 64 << 10;

    private final DocumentSettings settings;
    private final Path folder;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable ReaderProcess process;
    private long asked;

    /** @param folder for temporary files of the process */
    public ReadDocuments(DocumentSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** The type of what is in an archive or an old Office file. */
    public String type(Path file) throws IOException {
        return new String(ask(Question.TYPE, file, 0), StandardCharsets.UTF_8);
    }

    /** Its text, 64 KB of UTF-8 at most, and how many pages it says it has. */
    public ReadText text(Path file) throws IOException {
        ByteBuffer answer = ByteBuffer.wrap(ask(Question.TEXT, file, LONGEST_TEXT));
        int pages = answer.getInt();
        String text = StandardCharsets.UTF_8.decode(answer).toString();
        return new ReadText(pages < 1 ? null : pages, text.isBlank() ? null : text);
    }

    /**
     * The first page of a PDF.
     *
     * @param longerSide of the picture, in pixels
     * @return a JPEG
     */
    public byte[] firstPage(Path file, int longerSide) throws IOException {
        return ask(Question.FIRST_PAGE, file, longerSide);
    }

    private byte[] ask(Question question, Path file, int size) throws IOException {
        if (Files.size(file) > settings.maxSize().toBytes()) {
            throw new UnreadableDocumentException("too-large");
        }
        turn.lock();
        try {
            return process().ask(question, file, size, settings.timeLimit());
        } finally {
            endAfterAWhile(++asked);
            turn.unlock();
        }
    }

    private ReaderProcess process() throws IOException {
        ReaderProcess known = process;
        if (known == null || known.ended()) {
            end();
            known = ReaderProcess.start(settings, folder);
            process = known;
        }
        return known;
    }

    private void endAfterAWhile(long question) {
        CompletableFuture.delayedExecutor(settings.idle().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> endUnlessAskedSince(question));
    }

    private void endUnlessAskedSince(long question) {
        if (turn.tryLock()) {
            try {
                if (asked == question) {
                    end();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void end() {
        ReaderProcess known = process;
        process = null;
        if (known != null) {
            known.close();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            end();
        } finally {
            turn.unlock();
        }
    }
}

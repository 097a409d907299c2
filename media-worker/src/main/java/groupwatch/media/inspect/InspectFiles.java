package groupwatch.media.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tells the true type, then has the file looked into by what understands that type. The waiting is done on threads of its own. */
final class InspectFiles implements Inspect, AutoCloseable {

    private static final int MOST_WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(InspectFiles.class);

    private final AtomicBoolean said = new AtomicBoolean();
    private final TrueType types;
    private final Footage footage;
    private final MovingWebp stickers;
    private final Papers papers;
    private final Scheduler scheduler;

    InspectFiles(TrueType types, Footage footage, MovingWebp stickers, Papers papers, int atOnce) {
        this.types = types;
        this.footage = footage;
        this.stickers = stickers;
        this.papers = papers;
        this.scheduler = Schedulers.newBoundedElastic(atOnce, MOST_WAITING, "media-inspect", 60, true);
    }

    @Override
    public Mono<Inspection> of(Path file, Claimed claimed) {
        return Mono.fromCallable(() -> look(file)).subscribeOn(scheduler).checkpoint("look into a file");
    }

    private Inspection look(Path file) throws IOException {
        String mime = Files.size(file) == 0 ? "application/octet-stream" : types.of(file);
        String demuxer = Demuxer.of(mime);
        if (demuxer == null) {
            return papers.of(file, mime);
        }
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "inspect-");
        try {
            Inspection moving = mime.equals("image/webp") ? stickers.of(file, folder) : null;
            return moving == null ? footage.of(file, mime, demuxer, folder) : moving;
        } catch (NoFfmpegException absent) {
            sayOnce(absent);
            return Inspection.of(mime).troubled("no-decoder");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void sayOnce(NoFfmpegException absent) {
        if (said.compareAndSet(false, true)) {
            LOG.warn(
                    "Pictures, videos and sounds are neither measured nor drawn: {}; set groupwatch.media.inspect.ffmpeg to a folder with"
                            + " ffmpeg and ffprobe",
                    absent.getMessage());
        }
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}

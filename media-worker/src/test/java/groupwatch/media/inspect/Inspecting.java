package groupwatch.media.inspect;

import groupwatch.events.message.MessageType;
import groupwatch.media.child.OwnFolder;
import groupwatch.media.text.DocumentSettings;
import groupwatch.media.text.ReadDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Looks into files as the service does, with the programs that come along. */
public final class Inspecting implements AutoCloseable {

    private final ReadDocuments documents;
    private final InspectFiles files;

    public Inspecting() {
        InspectSettings settings = settings(null);
        Path folder = temporary();
        documents = new ReadDocuments(settings.documents(), folder);
        Ffmpeg ffmpeg = new Ffmpeg(new FfmpegFolder(null, folder), settings);
        files = files(ffmpeg, settings, documents);
    }

    static InspectSettings settings(Path ffmpeg) {
        DocumentSettings documents = new DocumentSettings(
                DataSize.ofMegabytes(20), Duration.ofSeconds(20), DataSize.ofMegabytes(96), Duration.ofMinutes(1));
        return new InspectSettings(
                1, Duration.ofSeconds(20), DataSize.ofGigabytes(1), 10_000_000, 320, ffmpeg, documents);
    }

    static InspectFiles files(Ffmpeg ffmpeg, InspectSettings settings, ReadDocuments documents) {
        Drawing drawing = new Drawing(ffmpeg, settings);
        return new InspectFiles(
                new TrueType(),
                new Footage(ffmpeg, drawing, JsonMapper.builder().build()),
                new MovingWebp(drawing),
                new Papers(documents, settings),
                1);
    }

    public Inspection of(Path file) {
        return Objects.requireNonNull(files.of(file, new Claimed(MessageType.DOCUMENT, "image/jpeg", "photo.jpg"))
                .block(Duration.ofMinutes(2)));
    }

    static Path temporary() {
        try {
            return OwnFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        files.close();
        documents.close();
    }
}

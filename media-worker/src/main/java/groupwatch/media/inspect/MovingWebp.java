package groupwatch.media.inspect;

import groupwatch.media.inspect.Measures.Picture;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moving stickers, which ffmpeg cannot read: their first frame is drawn as a still picture, at its place on the canvas. Blocks. */
final class MovingWebp {

    private final Drawing drawing;

    MovingWebp(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Null when it does not move. */
    @Nullable
    Inspection of(Path file, Path folder) throws IOException {
        Webp webp = Webp.moving(file);
        if (webp == null) {
            return null;
        }
        Inspection found =
                Inspection.of("image/webp").showing(webp.width(), webp.height()).moving();
        Webp.Frame frame = webp.frame();
        return frame == null ? found.troubled("undecodable") : found.drawn(drawn(webp, frame, folder));
    }

    private Drawn drawn(Webp webp, Webp.Frame frame, Path folder) throws IOException {
        Path still = folder.resolve("first-frame.webp");
        try (FileChannel channel = FileChannel.open(still, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(frame.still().duplicate());
        }
        Picture canvas = new Picture(0, webp.width(), webp.height(), false, true, 1);
        return drawing.of(still, "webp_pipe", canvas, placed(webp, frame), folder);
    }

    private static List<String> placed(Webp webp, Webp.Frame frame) {
        if (frame.width() == webp.width() && frame.height() == webp.height()) {
            return List.of();
        }
        return List.of("pad=%d:%d:%d:%d:color=black@0".formatted(webp.width(), webp.height(), frame.x(), frame.y()));
    }
}

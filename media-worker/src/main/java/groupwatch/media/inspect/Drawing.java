package groupwatch.media.inspect;

import groupwatch.media.child.Ended;
import groupwatch.media.inspect.Measures.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first picture of a file, small: JPEG, or WebP where parts are transparent, without what the file tells beside it. */
final class Drawing {

    private static final int LARGEST = 256 << 10;

    private final Ffmpeg ffmpeg;
    private final long maxPixels;
    private final int longerSide;

    Drawing(Ffmpeg ffmpeg, InspectSettings settings) {
        this.ffmpeg = ffmpeg;
        this.maxPixels = settings.maxPixels();
        this.longerSide = settings.thumbnail();
    }

    /** @param before filters that make the picture whole, before it is made small */
    Drawn of(Path file, String demuxer, Picture picture, List<String> before, Path folder) throws IOException {
        if (picture.pixels() > maxPixels) {
            return Drawn.not("too-many-pixels");
        }
        Path result = folder.resolve("thumbnail");
        Ended ended = ffmpeg.convert(file, demuxer, order(picture, before, result), folder);
        if (ended.late()) {
            return Drawn.not("time-limit");
        }
        if (!Files.exists(result) || Files.size(result) == 0 || Files.size(result) > LARGEST) {
            return Drawn.not("undecodable");
        }
        return Drawn.as(picture.transparent() ? "image/webp" : "image/jpeg", Files.readAllBytes(result));
    }

    private List<String> order(Picture picture, List<String> before, Path result) {
        List<String> order = new ArrayList<>();
        order.addAll(List.of("-map", "0:" + picture.index(), "-frames:v", "1", "-map_metadata", "-1"));
        order.addAll(List.of("-vf", String.join(",", filters(picture, before))));
        order.addAll(
                picture.transparent()
                        ? List.of("-c:v", "libwebp", "-quality", "75", "-f", "webp")
                        : List.of("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "5", "-f", "mjpeg"));
        order.addAll(List.of("-y", "file:" + result.toAbsolutePath()));
        return order;
    }

    private List<String> filters(Picture picture, List<String> before) {
        List<String> filters = new ArrayList<>();
        if (picture.transparent()) {
            filters.add("format=rgba");
        }
        filters.addAll(before);
        double scale = Math.min(1.0, longerSide / (double) Math.max(picture.width(), picture.height()));
        filters.add("scale=%d:%d,setsar=1"
                .formatted(side(picture.shownWidth(), scale), side(picture.shownHeight(), scale)));
        return filters;
    }

    private static int side(int pixels, double scale) {
        return Math.max(1, (int) Math.round(pixels * scale));
    }
}

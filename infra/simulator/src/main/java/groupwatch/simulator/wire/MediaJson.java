package groupwatch.simulator.wire;

import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.media.Noise;
import groupwatch.simulator.world.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a media message; fields in protobuf's order, as Evolution writes them. Addresses lead nowhere. */
public final class MediaJson {

    private static final int HASH = 32;
    private static final int WAVEFORM = 64;

    private final String id;
    private final Instant at;
    private final MediaFile file;
    private final ObjectNode json = Json.object();

    private MediaJson(String id, Instant at, MediaFile file) {
        this.id = id;
        this.at = at;
        this.file = file;
    }

    public static ObjectNode image(String id, Instant at, MediaFile file, @Nullable String caption) {
        return new MediaJson(id, at, file)
                .lists("interactiveAnnotations", "scanLengths", "annotations")
                .address()
                .text("caption", caption)
                .hash()
                .size()
                .key()
                .rest()
                .json;
    }

    public static ObjectNode video(
            String id, Instant at, MediaFile file, @Nullable Integer seconds, @Nullable String caption) {
        return new MediaJson(id, at, file)
                .lists("interactiveAnnotations", "annotations", "processedVideos")
                .address()
                .hash()
                .count("seconds", seconds)
                .key()
                .text("caption", caption)
                .size()
                .rest()
                .json;
    }

    public static ObjectNode audio(String id, Instant at, MediaFile file, @Nullable Integer seconds, boolean voice) {
        var audio = new MediaJson(id, at, file).address().hash().count("seconds", seconds);
        audio.json.put("ptt", voice);
        audio.key().rest();
        if (voice) {
            var waveform = Noise.bytes(id + "waveform", WAVEFORM);
            for (int i = 0; i < WAVEFORM; i++) {
                waveform[i] = (byte) ((waveform[i] & 0xff) % 100);
            }
            audio.json.set("waveform", Json.bytes(waveform));
        }
        return audio.json;
    }

    public static ObjectNode document(
            String id, Instant at, MediaFile file, String fileName, @Nullable Integer pages, @Nullable String caption) {
        return new MediaJson(id, at, file)
                .address()
                .text("title", fileName)
                .hash()
                .count("pageCount", pages)
                .key()
                .text("fileName", fileName)
                .rest()
                .text("caption", caption)
                .json;
    }

    public static ObjectNode sticker(String id, Instant at, MediaFile file) {
        var sticker = new MediaJson(id, at, file).address().hash().key().size().rest();
        sticker.json.put("isAnimated", file.moves());
        return sticker.json;
    }

    static ObjectNode document(String id, Instant at, MediaFile file, Content.Document document) {
        return document(id, at, file, document.fileName(), document.pages(), document.caption());
    }

    private MediaJson lists(String... names) {
        for (var name : names) {
            json.set(name, Json.array());
        }
        return this;
    }

    private MediaJson address() {
        json.put("url", "https://mmg.simulated.invalid" + path() + "&mms3=true").put("mimetype", file.mime());
        return this;
    }

    private MediaJson hash() {
        json.set("fileSha256", Json.bytes(file.sha256()));
        json.set("fileLength", Json.unsigned(file.length()));
        return this;
    }

    private MediaJson size() {
        if (file.width() > 0) {
            json.put("height", file.height()).put("width", file.width());
        }
        return this;
    }

    private MediaJson key() {
        json.set("mediaKey", Json.bytes(Noise.bytes(id + "key", HASH)));
        return this;
    }

    private MediaJson rest() {
        json.set("fileEncSha256", Json.bytes(Noise.bytes(id + "encrypted", HASH)));
        json.put("directPath", path());
        json.set("mediaKeyTimestamp", Json.number(at.getEpochSecond()));
        if (file.thumbnail().length > 0) {
            json.set("jpegThumbnail", Json.bytes(file.thumbnail()));
        }
        return this;
    }

    private MediaJson text(String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
        return this;
    }

    private MediaJson count(String name, @Nullable Integer count) {
        if (count != null) {
            json.put(name, count);
        }
        return this;
    }

    private String path() {
        return "/v/t62.7118-24/%d_%d_n.enc?ccb=11-4&oh=01_SIMULATED&oe=68F0A0B0&_nc_sid=5e03e0"
                .formatted(Noise.number(id + "a", 1_000_000_000), Noise.number(id + "b", 1_000_000_000));
    }
}

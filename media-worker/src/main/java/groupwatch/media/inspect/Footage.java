package groupwatch.media.inspect;

import groupwatch.media.child.Ended;
import groupwatch.media.inspect.Measures.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Pictures, videos and sounds: measured and drawn. Blocks. */
final class Footage {

    /** How ffmpeg's picture readers refuse a size before they make room for it. */
    private static final Pattern TOO_LARGE = Pattern.compile("Picture size (\\d{1,9})x(\\d{1,9}) ");

    private final JsonMapper json;
    private final Ffmpeg ffmpeg;
    private final Drawing drawing;

    Footage(Ffmpeg ffmpeg, Drawing drawing, JsonMapper json) {
        this.ffmpeg = ffmpeg;
        this.drawing = drawing;
        this.json = json;
    }

    /**
     * @param mime as the first bytes tell it
     * @param folder for what is needed meanwhile
     */
    Inspection of(Path file, String mime, String demuxer, Path folder) throws IOException {
        boolean still = Demuxer.isPicture(mime);
        Ended probed = ffmpeg.probe(file, demuxer, asked(still), folder);
        Measures measures = read(probed);
        Inspection found = Inspection.of(still ? mime : PlayedType.of(mime, measures));
        Picture picture = measures.picture();
        if (!still) {
            found = found.playing(measures.seconds());
        }
        if (picture == null) {
            return still || !measures.sound() ? refused(found, probed) : found;
        }
        if (still && picture.frames() > 1) {
            found = found.moving();
        }
        return found.showing(picture.shownWidth(), picture.shownHeight())
                .drawn(drawing.of(file, demuxer, picture, List.of(), folder));
    }

    private static List<String> asked(boolean still) {
        List<String> asked = new ArrayList<>(Measures.ASKED);
        if (still) {
            asked.addAll(Measures.FIRST_FRAME);
        }
        return asked;
    }

    private Measures read(Ended probed) throws IOException {
        try (InputStream answer = Files.newInputStream(probed.output())) {
            return probed.late() ? Measures.NOTHING : Measures.of(json.readTree(answer));
        } catch (JacksonException brokenOff) {
            return Measures.NOTHING;
        }
    }

    private static Inspection refused(Inspection found, Ended probed) throws IOException {
        if (probed.late()) {
            return found.troubled("time-limit");
        }
        Matcher refusal = TOO_LARGE.matcher(Files.readString(probed.errors(), StandardCharsets.ISO_8859_1));
        if (!refusal.find()) {
            return found.troubled("undecodable");
        }
        return found.showing(Integer.parseInt(refusal.group(1)), Integer.parseInt(refusal.group(2)))
                .troubled("too-many-pixels");
    }
}

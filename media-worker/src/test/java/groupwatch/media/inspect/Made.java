package groupwatch.media.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real files, made by the same ffmpeg for a test. */
public final class Made {

    private Made() {}

    /** A second of a test picture with a tone; the name's ending says as what. */
    public static Path video(Path file) {
        return make(
                file,
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=640x360:rate=10:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=d=2",
                "-c:v",
                "libopenh264",
                "-c:a",
                "aac");
    }

    public static Path sound(Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i", "sine=d=4"));
        words.addAll(List.of(more));
        return make(file, words.toArray(String[]::new));
    }

    public static Path picture(Path file, int width, int height) {
        return make(
                file, "-f", "lavfi", "-i", "testsrc=size=" + width + "x" + height + ":rate=1:d=1", "-frames:v", "1");
    }

    /** Half of it is seen through. */
    public static Path sticker(Path file) {
        return make(file, "-f", "lavfi", "-i", "color=red@0.5:size=512x512:d=1,format=rgba", "-frames:v", "1");
    }

    public static Path movingSticker(Path file) {
        return make(
                file,
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=200x100:rate=5:d=2,format=rgba,colorchannelmixer=aa=0.5",
                "-c:v",
                "libwebp_anim",
                "-loop",
                "0");
    }

    public static Path movingPicture(Path file) {
        return make(file, "-f", "lavfi", "-i", "testsrc=size=200x100:rate=5:d=2");
    }

    public static Path make(Path file, String... words) {
        try {
            Path home = new FfmpegFolder(null, Inspecting.temporary()).get();
            List<String> command =
                    new ArrayList<>(List.of(home.resolve("ffmpeg").toString(), "-v", "error", "-nostdin"));
            command.addAll(List.of(words));
            command.addAll(List.of("-y", file.toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LD_LIBRARY_PATH", home.toString());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return file;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

package groupwatch.bench.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the shell needs for the same: {@code base64 -d | tee FILE | sha256sum}, and the file brought to the disk. */
final class Yardstick {

    private Yardstick() {}

    /** Megabytes a second. */
    static double measure(SampleFile sample, Path folder) throws IOException {
        var copy = folder.resolve("copy");
        var begin = System.nanoTime();
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "base64 -d \"$1\" | tee \"$2\" | sha256sum && sync \"$2\"",
                        "sh",
                        sample.base64().toString(),
                        copy.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes()).strip();
        var seconds = (System.nanoTime() - begin) / 1e9;
        Files.delete(copy);
        if (!said.startsWith(sample.sha256())) {
            throw new IOException("base64 | tee | sha256sum said: " + said);
        }
        return sample.size() / 1e6 / seconds;
    }
}

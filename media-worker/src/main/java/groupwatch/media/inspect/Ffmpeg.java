package groupwatch.media.inspect;

import groupwatch.media.child.Ended;
import groupwatch.media.child.LimitedProgram;
import groupwatch.media.child.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** The programs {@code ffprobe} and {@code ffmpeg} on one hostile file: the reader named, no other file or address in reach, limits on everything. */
final class Ffmpeg {

    private static final DataSize LARGEST_OUTPUT = DataSize.ofMegabytes(2);

    /** As shells say it. */
    private static final Set<Integer> CANNOT_START = Set.of(126, 127);

    private final FfmpegFolder programs;
    private final Limits limits;
    private final long maxPixels;

    Ffmpeg(FfmpegFolder programs, InspectSettings settings) {
        this.programs = programs;
        this.limits = new Limits(settings.timeLimit(), settings.memory(), LARGEST_OUTPUT);
        this.maxPixels = settings.maxPixels();
    }

    /** @param more after the reader is set, before the file is named */
    Ended probe(Path file, String demuxer, List<String> more, Path folder) throws IOException {
        return run("ffprobe", demuxer, more, file, List.of(), folder);
    }

    /** @param more after the file is named: what to make of it */
    Ended convert(Path file, String demuxer, List<String> more, Path folder) throws IOException {
        return run("ffmpeg", demuxer, List.of("-nostdin", "-threads", "1"), file, more, folder);
    }

    private Ended run(String program, String demuxer, List<String> before, Path file, List<String> after, Path folder)
            throws IOException {
        Path home = programs.get();
        List<String> command = new ArrayList<>(List.of(home.resolve(program).toString(), "-v", "error"));
        command.addAll(List.of("-f", demuxer, "-protocol_whitelist", "file", "-max_pixels", Long.toString(maxPixels)));
        command.addAll(before);
        command.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
        command.addAll(after);
        Ended ended = LimitedProgram.run(command, Map.of("LD_LIBRARY_PATH", home.toString()), folder, limits);
        if (CANNOT_START.contains(ended.exit())) {
            throw new NoFfmpegException(program + " of " + home + " does not start here");
        }
        return ended;
    }
}

package groupwatch.media.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Where the programs {@code ffmpeg} and {@code ffprobe} are: the configured folder, or one into which those that come along are unpacked when the first file
 * needs them. Blocks.
 */
final class FfmpegFolder {

    private static final String PACKED = "classpath*:org/bytedeco/ffmpeg/*/*";
    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    /** Libraries of screens and sound cards: the program asks for them, a server has none, and nothing of them is called. */
    private static final List<String> NOT_CALLED =
            List.of("libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0");

    /** Comes along too, and does no harm under another name. */
    private static final String INSTEAD = "libjniswresample.so";

    private final @Nullable Path configured;
    private final Path parent;
    private @Nullable Path unpacked;

    /** @param parent where to unpack, if need be */
    FfmpegFolder(@Nullable Path configured, Path parent) {
        this.configured = configured;
        this.parent = parent;
    }

    /** @throws NoFfmpegException when there are none for this machine */
    synchronized Path get() throws IOException {
        if (configured != null) {
            return configured;
        }
        Path known = unpacked;
        if (known == null || !Files.exists(known)) {
            known = unpacked();
            unpacked = known;
        }
        return known;
    }

    private Path unpacked() throws IOException {
        Path folder = parent.resolve("ffmpeg-" + version());
        if (!Files.exists(folder)) {
            Path fresh = Files.createTempDirectory(parent, "unpacking-");
            try {
                unpack(fresh);
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException another) {
                // another service of this user was quicker
                if (!Files.exists(folder)) {
                    throw another;
                }
            } finally {
                FileSystemUtils.deleteRecursively(fresh);
            }
        }
        return folder;
    }

    private static String version() throws IOException {
        Resource packed = new ClassPathResource(VERSION);
        if (!packed.exists()) {
            throw new NoFfmpegException("no ffmpeg comes along for this machine");
        }
        Properties known = new Properties();
        try (InputStream properties = packed.getInputStream()) {
            known.load(properties);
        }
        return known.getProperty("version");
    }

    private static void unpack(Path folder) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(PACKED)) {
            String name = file.getFilename();
            if (name != null && isNeeded(name)) {
                try (InputStream bytes = file.getInputStream()) {
                    Files.copy(bytes, folder.resolve(name));
                }
            }
        }
        for (String program : List.of("ffmpeg", "ffprobe")) {
            Files.setPosixFilePermissions(folder.resolve(program), PosixFilePermissions.fromString("rwx------"));
        }
        if (Files.exists(folder.resolve(INSTEAD))) {
            for (String library : NOT_CALLED) {
                Files.createSymbolicLink(folder.resolve(library), Path.of(INSTEAD));
            }
        }
    }

    private static boolean isNeeded(String name) {
        return name.equals("ffmpeg")
                || name.equals("ffprobe")
                || name.equals(INSTEAD)
                || name.startsWith("lib") && !name.startsWith("libjni");
    }
}

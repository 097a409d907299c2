package groupwatch.media.fetch;

import java.nio.file.Path;

/**
 * A file that was fetched, on this machine's disk for a while.
 *
 * @param sha256 lower-case hexadecimal
 */
public record LocalFile(Path path, long size, String sha256) {}
